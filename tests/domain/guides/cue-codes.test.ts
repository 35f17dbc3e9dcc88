import { expect, test } from 'vitest';
import { usageCode } from '../../../src/domain/guides/cue-codes.ts';

test.each([
  [{ perception: 'Background', vocal: 'Instrumental' }, 'BI'],
  [{ perception: 'Background', vocal: 'Vocal' }, 'BV'],
  [{ perception: 'Visual', vocal: 'Instrumental' }, 'VI'],
  [{ perception: 'Visual', vocal: 'Vocal' }, 'VV'],
  [{ theme: 'OpeningTheme' }, 'OT'],
  [{ theme: 'TitleTheme', perception: 'Background', vocal: 'Vocal' }, 'MT'],
  [{ theme: 'ClosingTheme', perception: 'Visual' }, 'ET'],
  [{ theme: 'MainTheme', perception: 'Background', vocal: 'Instrumental' }, 'BI'],
  [{ theme: 'SegmentTheme', perception: 'Visual', vocal: 'Vocal' }, 'VV'],
  [{ use: 'AudioLogo', perception: 'Background', vocal: 'Instrumental' }, 'L'],
  [{ use: 'OnScreenMusic', perception: 'Visual', vocal: 'Vocal' }, 'VV'],
] as const)('a cue with %o is %s', (axes, code) => {
  expect(usageCode(axes)).toBe(code);
});

test.each([
  [{}],
  [{ perception: 'Background' }],
  [{ vocal: 'Vocal' }],
  [{ theme: 'MainTheme', vocal: 'Vocal' }],
  [{ use: 'OnScreenMusic', vocal: 'Vocal' }],
] as const)('a cue with no more than %o has no code', (axes) => {
  expect(usageCode(axes)).toBeUndefined();
});
