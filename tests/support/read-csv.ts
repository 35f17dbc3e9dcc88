/** How a CSV file is written; one of the two line ends and nothing else counts as the end of a row. */
export interface CsvForm {
  delimiter: ',' | ';';
  newline: '\n' | '\r\n';
}

/** Rows of a CSV text by RFC 4180 to the letter: whatever the form does not allow is an error. */
export function readCsv(text: string, { delimiter, newline }: CsvForm): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const cell = readCell(text, at, delimiter);
      row.push(cell.value);
      at = cell.end;
      if (text.startsWith(newline, at)) break;
      if (text[at] !== delimiter) throw new Error(`stray ${JSON.stringify(text[at])} at ${at}`);
      at += 1;
    }
    at += newline.length;
    rows.push(row);
  }
  return rows;
}

function readCell(text: string, start: number, delimiter: string): { value: string; end: number } {
  if (text[start] === '"') return readQuoted(text, start + 1);
  let end = start;
  while (end < text.length && text[end] !== delimiter && !/[\r\n"]/.test(text[end] ?? '')) end += 1;
  if (text[end] === '"') throw new Error(`quote in a bare cell at ${end}`);
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): { value: string; end: number } {
  let value = '';
  for (let at = start; at < text.length; at += 1) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else return { value, end: at + 1 };
  }
  throw new Error('a quoted cell without an end');
}
