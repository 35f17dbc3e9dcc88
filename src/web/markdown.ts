import Markdown, { type MarkdownIt, type Token } from 'markdown-it';

const markdown = openMarkdown();
const typeset = openMarkdown();
typeset.set({ typographer: true }).enable('smartquotes');

/**
 * Safe HTML of the small Markdown that guides are written in: paragraphs, emphasis, links, lists and quotes.
 * Straight quotes come out as a printer would set them.
 */
export function renderMarkdown(text: string): string {
  return typeset.render(text);
}

/** The words of a Markdown text on one line, without any markup. */
export function plainText(text: string): string {
  return markdown.parse(text, {}).flatMap(wordsOf).join(' ').replace(/\s+/g, ' ').trim();
}

/** As many first sentences of a Markdown text as `max` characters hold, or else its first words and an ellipsis. */
export function firstSentences(text: string, max: number): string {
  const plain = plainText(text);
  if (plain.length <= max) return plain;
  const ends = sentenceEnds(plain).filter((end) => end <= max);
  const end = ends.at(-1);
  return end === undefined ? firstWords(plain, max) : plain.slice(0, end).trimEnd();
}

const SAFE_ADDRESS = /^(https?:\/\/|mailto:)/i;

/** Starts from nothing and allows what a guide may hold, so that a new rule of the library stays out. */
function openMarkdown(): MarkdownIt {
  const made = new Markdown('zero');
  made.enable(['list', 'blockquote', 'emphasis', 'link', 'autolink', 'escape', 'entity', 'newline']);
  made.validateLink = (address) => SAFE_ADDRESS.test(address);
  made.renderer.rules.link_open = (tokens, i, options, _env, self) => {
    tokens[i]?.attrSet('rel', 'nofollow noopener');
    return self.renderToken(tokens, i, options);
  };
  return made;
}

function wordsOf({ type, children }: Token): string[] {
  return type === 'inline' && children ? [children.map(wordOf).join('')] : [];
}

function wordOf({ type, content }: Token): string {
  return type === 'softbreak' || type === 'hardbreak' ? ' ' : content;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A full stop that ends no sentence: after a title, an initial and the like. */
const ABBREVIATION = /(?:^|[\s(“"])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Jr|Sr|No|Op|vs|feat)\.\s*$/u;

/** Where each sentence ends, its following space included. */
function sentenceEnds(plain: string): number[] {
  return [...sentences.segment(plain)]
    .filter(({ segment }) => !ABBREVIATION.test(segment))
    .map(({ index, segment }) => index + segment.trimEnd().length);
}

function firstWords(plain: string, max: number): string {
  let cut = '';
  for (const { segment } of graphemes.segment(plain)) {
    if (cut.length + segment.length >= max) break;
    cut += segment;
  }
  const isWithinWord = /^[\p{L}\p{N}]/u.test(plain.slice(cut.length));
  const space = isWithinWord ? cut.lastIndexOf(' ') : -1;
  return `${(space > 0 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/, '')}…`;
}
