/** Rows as aligned lines: the first column leans left, the others right. */
export function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** `aim: at least 0.5 of the bare server: met (0.61)`. */
export function sayAim(aim: string, isMet: boolean | undefined, measured: string): string {
  const verdict = isMet === undefined ? 'not measured' : isMet ? 'met' : 'MISSED';
  return `aim: ${aim}: ${verdict} (${measured})`;
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
}
