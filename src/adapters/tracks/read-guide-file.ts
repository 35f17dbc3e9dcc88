import { basename } from 'node:path';
import { type Document, isAlias, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { Guide } from '../../domain/guides/guide.ts';
import { formatPath, type Problem } from '../../domain/guides/problem.ts';
import { readGuide } from '../../domain/guides/read-guide.ts';
import { decodeText } from './decode-text.ts';
import type { FileProblem } from './file-problem.ts';
import { findOffset } from './find-offset.ts';
import { sayYamlError } from './say-yaml-error.ts';

export type GuideFileContent =
  | { guide: Guide; basedOn?: string; problems: [] }
  | { guide?: undefined; problems: FileProblem[] };

/** The guide in a file, with the revision its author says it was made from, or all that is wrong with the file. */
export function readGuideFile(content: string | Uint8Array, name: string): GuideFileContent {
  const { text, problem } = decodeText(content);
  if (problem) return { problems: [problem] };
  return readText(text, name);
}

function readText(text: string, name: string): GuideFileContent {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tooDeep = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (tooDeep)
    return { problems: [{ ...place(tooDeep.pos[0]), path: '', message: sayYamlError(tooDeep, text) }] };
  const wrongText = [...document.errors, ...document.warnings]
    .map((error: YAMLError) => ({ at: error.pos[0], path: '', message: sayYamlError(error, text) }))
    .concat(listAliases(document));
  const { basedOn, ...read } = readData(document, name);
  const wrongGuide = read.problems.map(({ path, message }) => ({
    at: findOffset(document, path),
    path: formatPath(path),
    message,
  }));
  const problems = [...wrongText, ...wrongGuide].sort((a, b) => a.at - b.at);
  if (problems.length === 0 && read.guide) return { guide: read.guide, basedOn, problems: [] };
  return { problems: problems.map(({ at, ...problem }) => ({ ...place(at), ...problem })) };
}

/** An alias could stand for a million values, and could not be edited at one of its places alone. */
function listAliases(document: Document) {
  const found: { at: number; path: string; message: string }[] = [];
  visit(document, {
    Alias(_, alias) {
      const message = `*${alias.source} is an alias; guide files have none, so write the value out`;
      found.push({ at: alias.range?.[0] ?? 0, path: '', message });
      return undefined;
    },
  });
  return found;
}

function readData(
  document: Document,
  name: string,
): { guide?: Guide; basedOn?: string; problems: Problem[] } {
  const data = toData(document);
  if (data === undefined || data === null) return { problems: [{ path: [], message: 'holds no guide' }] };
  if (typeof data !== 'object' || Array.isArray(data)) {
    return { problems: [{ path: [], message: 'should be a group of fields such as id, film and tracks' }] };
  }
  const { basedOn, ...content } = data as Record<string, unknown>;
  const problems = [...checkBase(basedOn), ...checkName(content.id, name)];
  const read = readGuide(content);
  if (problems.length > 0 || !read.guide) return { problems: [...problems, ...read.problems] };
  return { guide: read.guide, basedOn: basedOn as string | undefined, problems: [] };
}

/** Plain data; what an alias stands for is left out, since it is refused anyway. */
function toData(document: Document): unknown {
  visit(document, {
    Pair: (_, pair) => (isAlias(pair.value) ? visit.REMOVE : undefined),
    Alias: () => visit.REMOVE,
  });
  return document.toJS();
}

function checkBase(basedOn: unknown): Problem[] {
  if (basedOn === undefined || (typeof basedOn === 'string' && /^[0-9a-f]{64}$/.test(basedOn))) return [];
  return [{ path: ['basedOn'], message: 'is not the hash of a revision; only an export writes it' }];
}

function checkName(id: unknown, name: string): Problem[] {
  if (typeof id !== 'string' || basename(name) === `${id}.yaml`) return [];
  return [{ path: ['id'], message: `a guide with this id stands in ${id}.yaml, not ${basename(name)}` }];
}
