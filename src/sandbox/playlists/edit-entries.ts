/** Puts new entries in at a position, or at the end. */
export function insertEntries<Entry>(
  entries: Entry[],
  added: Entry[],
  position: number = entries.length,
): Entry[] {
  return entries.toSpliced(position, 0, ...added);
}

/** Takes `length` entries from `start` and puts them before what stands at `before` now. */
export function moveEntries<Entry>(
  entries: Entry[],
  { start, length, before }: { start: number; length: number; before: number },
): Entry[] {
  const moved = entries.slice(start, start + length);
  const end = start + length;
  if (before > start && before < end) return [...entries];
  const target = before >= end ? before - length : before;
  return entries.toSpliced(start, length).toSpliced(target, 0, ...moved);
}
