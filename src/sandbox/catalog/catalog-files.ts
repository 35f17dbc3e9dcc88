import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type CatalogRow, catalogRow } from './catalog-row.ts';

/**
 * The shipped catalog: the film's album and what lies around it on a real service. It is a stand-in and no source
 * of facts: lengths and ISRCs (of country `ZZ`, which does not exist) are made up, and so are some albums.
 */
const SHIPPED = import.meta.dirname;

/** The files to load: the one asked for, or those shipped beside this module. */
export function listCatalogFiles(catalogFile: string | undefined): string[] {
  if (catalogFile !== undefined) return [catalogFile];
  const names = readdirSync(SHIPPED).filter((name) => name.endsWith('.ndjson'));
  return names.sort().map((name) => join(SHIPPED, name));
}

/** A text that changes when the file does (by name, size and time of change). */
export function signatureOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${basename(file)} ${size} ${mtimeMs}`;
}

/** Reads a catalog file row by row; a bad line is reported with its file and number. */
export function* readCatalogFile(file: string): Generator<CatalogRow> {
  let lineNumber = 0;
  for (const line of linesOf(file)) {
    lineNumber += 1;
    if (line.trim() !== '') yield parseLine(line, `${file}:${lineNumber}`);
  }
}

/** Cuts the bytes, not the text: a whole catalog as one string would be twice the memory. */
function* linesOf(file: string): Generator<string> {
  const raw = readFileSync(file);
  const bytes = file.endsWith('.gz') ? gunzipSync(raw) : raw;
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found;
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}

function parseLine(line: string, place: string): CatalogRow {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new Error(`${place}: this line is not JSON`, { cause });
  }
  const parsed = catalogRow.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${place}: ${issue?.path.join('.')}: ${issue?.message}`, { cause: parsed.error });
}
