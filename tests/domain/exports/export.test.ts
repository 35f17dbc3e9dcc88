import { expect, test } from 'vitest';
import { isBrokenOff } from '../../../src/domain/exports/export.ts';
import { waiting } from './export-world.ts';

test.each([
  ['waiting', '11:55:01', false],
  ['waiting', '11:54:59', true],
  ['running', '11:55:01', false],
  ['running', '11:54:59', true],
  ['done', '09:00:00', false],
  ['failed', '09:00:00', false],
] as const)('%s and last touched at %s, at noon it is broken off: %s', (state, time, expected) => {
  const made = { ...waiting, state, updatedAt: `2026-05-01T${time}.000Z` };
  expect(isBrokenOff(made, new Date('2026-05-01T12:00:00Z'))).toBe(expected);
});
