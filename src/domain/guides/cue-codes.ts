import type { Cue } from './guide.ts';

/** The uses of music that a US cue sheet writes as a code. */
export type UsageCode = 'BI' | 'BV' | 'VI' | 'VV' | 'OT' | 'MT' | 'ET' | 'L';

const THEMES = { OpeningTheme: 'OT', TitleTheme: 'MT', ClosingTheme: 'ET' } as const;

const PERCEIVED = {
  Background: { Instrumental: 'BI', Vocal: 'BV' },
  Visual: { Instrumental: 'VI', Vocal: 'VV' },
} as const;

/**
 * The usage code a US cue sheet gives a cue, from its DDEX axes; undefined when too few of them are known.
 * No one owns the codes; these are the common ones (https://equalizerconsulting.com/blog/right-on-cue).
 * A main or segment theme has no code of its own: it counts as what is heard.
 */
export function usageCode(cue: Pick<Cue, 'use' | 'perception' | 'vocal' | 'theme'>): UsageCode | undefined {
  if (cue.use === 'AudioLogo') return 'L';
  if (cue.theme === 'OpeningTheme' || cue.theme === 'TitleTheme' || cue.theme === 'ClosingTheme') {
    return THEMES[cue.theme];
  }
  if (!cue.perception || !cue.vocal) return undefined;
  return PERCEIVED[cue.perception][cue.vocal];
}
