import { stringify } from 'csv-stringify/sync';

export interface CsvStyle {
  delimiter: ',' | ';';
  newline: '\n' | '\r\n';
  /** Quote every cell, not only those that need it. */
  quoteAll: boolean;
}

/** Rows as CSV (RFC 4180); cells are written as they are. */
export function writeCsv(rows: string[][], { delimiter, newline, quoteAll }: CsvStyle): string {
  return stringify(rows, {
    delimiter,
    record_delimiter: newline,
    quoted: quoteAll,
    quoted_empty: quoteAll,
    quoted_match: [/[,;]/],
    quote_record_delimiter: true,
  });
}

/** A column of a table: its heading and the cell of a row. */
export type Column<Row> = readonly [heading: string, cell: (row: Row) => string | number | undefined];

const BYTE_ORDER_MARK = '\uFEFF';

/** A table for a spreadsheet: no cell can be taken for a formula, and the mark tells Excel that it is UTF-8. */
export function writeSpreadsheet<Row>(columns: readonly Column<Row>[], rows: Row[]): string {
  const cells = rows.map((row) => columns.map(([, cell]) => safeCell(`${cell(row) ?? ''}`)));
  const table = [columns.map(([heading]) => heading), ...cells];
  return BYTE_ORDER_MARK + writeCsv(table, { delimiter: ',', newline: '\r\n', quoteAll: true });
}

/**
 * Marks as text what a spreadsheet could run as a formula (OWASP ASVS 5.0, 1.2.10;
 * https://owasp.org/www-community/attacks/CSV_Injection adds line breaks and full-width signs).
 */
function safeCell(text: string): string {
  return /^[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text;
}
