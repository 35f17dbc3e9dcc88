import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstSentences, plainText, renderMarkdown } from '../../src/web/markdown.ts';

describe('Markdown becomes', () => {
  test.each([
    ['paragraphs', 'One\n\nTwo', '<p>One</p>\n<p>Two</p>\n'],
    ['emphasis', '*a* and **b**', '<p><em>a</em> and <strong>b</strong></p>\n'],
    ['a list', '- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n'],
    ['a numbered list', '1. a\n2. b', '<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n'],
    ['a quote', '> said', '<blockquote>\n<p>said</p>\n</blockquote>\n'],
    [
      'a link',
      '[x](https://e.example/?a=1&b=2)',
      '<p><a href="https://e.example/?a=1&amp;b=2" rel="nofollow noopener">x</a></p>\n',
    ],
    [
      'a link to an address',
      '<https://e.example>',
      '<p><a href="https://e.example" rel="nofollow noopener">https://e.example</a></p>\n',
    ],
    [
      'a mail link',
      '[m](mailto:a@e.example)',
      '<p><a href="mailto:a@e.example" rel="nofollow noopener">m</a></p>\n',
    ],
    ['the character an entity stands for', 'a &eacute; \\*b\\*', '<p>a é *b*</p>\n'],
    ['a line break', 'a  \nb', '<p>a<br>\nb</p>\n'],
  ])('%s', (_, text, html) => {
    expect(renderMarkdown(text)).toBe(html);
  });
});

describe('Markdown does not become', () => {
  test.each([
    ['a heading', '# Loud'],
    ['an underlined heading', 'Loud\n===='],
    ['code', '`code`'],
    ['a code block', '    code'],
    ['a fence', '```\ncode\n```'],
    ['a table', 'a | b\n--|--\n1 | 2'],
    ['a rule', 'a\n\n---'],
    ['an image', '![alt](data:image/png;base64,AAAA)'],
    ['HTML', '<b onclick="x()">b</b> <script>x()</script>'],
    ['a script link', '[x](javascript:alert%281%29)'],
    ['a disguised script link', '[x](java&#115;cript:alert%281%29) [y](JAVASCRIPT:x)'],
    ['a data link', '[x](data:text/html,x)'],
    ['a file link', '[x](file:///etc/passwd)'],
    ['a link without a protocol', '[x](//e.example) [y](/desk) [z](#a)'],
    ['a script address', '<javascript:alert(1)>'],
    ['a link out of a bare address', 'see https://e.example now'],
  ])('%s', (_, text) => {
    expect(renderMarkdown(text).replace(/<\/?p>|<br>/g, '')).not.toMatch(/</);
  });

  test('an image, but the link inside it may stay a link', () => {
    expect(renderMarkdown('![alt](https://e.example/a.png)')).not.toContain('<img');
  });

  test('an attribute broken out of', () => {
    const html = renderMarkdown('[x](https://e.example/"onclick="x "t\\" onclick=\\"x")');
    expect(html.replace(/"[^"]*"/g, '""')).not.toContain('onclick');
  });

  test('anything but its few tags, whatever is written', () => {
    const markup = fc.constantFrom(
      '<',
      '>',
      '"',
      '[',
      ']',
      '(',
      ')',
      '`',
      '#',
      '!',
      '*',
      '_',
      '\n',
      '    ',
      '- ',
      '> ',
    );
    const word = fc.constantFrom(
      'a',
      'script',
      'javascript:',
      'https://e.example',
      'onload=x',
      '&lt;',
      '&#x3c;',
    );
    const text = fc.array(fc.oneof(markup, word, fc.string({ unit: 'binary' })), { maxLength: 30 });
    const allowed =
      /<\/?(?:p|em|strong|ul|ol|li|blockquote)>|<ol start="\d+">|<br>|<\/a>|<a href="(?:https?:\/\/|mailto:)[^"<>]*"(?: title="[^"<>]*")? rel="nofollow noopener">/gi;
    fc.assert(
      fc.property(text, (parts) => {
        expect(renderMarkdown(parts.join('')).replace(allowed, '')).not.toMatch(/[<>]/);
      }),
    );
  });
});

describe('plain text', () => {
  test.each([
    ['A *waltz* for [one voice](https://e.example).', 'A waltz for one voice.'],
    ['One\ntwo\n\n> three\n\n- four\n- **five**', 'One two three four five'],
    ['a  \nb', 'a b'],
    ['R&amp;B \\*live\\* <b>', 'R&B *live* <b>'],
    ['', ''],
  ])('of %j is %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});

describe('the first sentences', () => {
  test.each([
    ['Short *one*.', 50, 'Short one.'],
    ['One. Two. Three.', 10, 'One. Two.'],
    ['One. Two. Three.', 9, 'One. Two.'],
    ['One. Two. Three.', 8, 'One.'],
    ['Mr. Lind met Dr. Vidal. Then he left.', 25, 'Mr. Lind met Dr. Vidal.'],
    ['By J. Vidal, who left early', 12, 'By J. Vidal…'],
    ['A sentence that is far too long', 14, 'A sentence…'],
    ['Unbreakable', 6, 'Unbre…'],
    ['👩🏽‍🎤👩🏽‍🎤 sings', 10, '👩🏽‍🎤…'],
    ['', 10, ''],
  ])('of %j within %i characters are %j', (text, max, expected) => {
    expect(firstSentences(text, max)).toBe(expected);
  });

  test('are never longer than asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.integer({ min: 1, max: 60 }),
        (text, max) => {
          expect(firstSentences(text, max).length).toBeLessThanOrEqual(max);
        },
      ),
    );
  });
});
