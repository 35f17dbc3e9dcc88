import { isDeepStrictEqual } from 'node:util';
import type { Guide } from '../../domain/guides/guide.ts';
import { writeGuide } from '../../domain/guides/read-guide.ts';
import { editDocument } from './edit-document.ts';
import { layOutFile } from './lay-out.ts';
import { readGuideFile } from './read-guide-file.ts';

/**
 * The text of a file that holds the guide, made from the revision with the hash `basedOn`. In a text that is given
 * only what differs changes, so its comments and layout stay; a text that is no guide is replaced.
 */
export function writeGuideFile(text: string | undefined, guide: Guide, basedOn: string): string {
  const wanted = toData(guide, basedOn);
  const edited = text && editText(text, wanted, guide.id);
  return edited || layOutFile(wanted);
}

function editText(text: string, wanted: Record<string, unknown>, id: string): string | undefined {
  const name = `${id}.yaml`;
  const before = readGuideFile(text, name);
  if (!before.guide) return undefined;
  const edited = editDocument(text, toData(before.guide, before.basedOn), wanted);
  const after = readGuideFile(edited, name);
  const isFaithful = after.guide && isDeepStrictEqual(toData(after.guide, after.basedOn), wanted);
  return isFaithful ? edited : undefined;
}

function toData(guide: Guide, basedOn: string | undefined): Record<string, unknown> {
  const { id, ...rest } = writeGuide(guide);
  return { id, ...(basedOn && { basedOn }), ...rest };
}
