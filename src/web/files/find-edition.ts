import type { Cue, Guide } from '../../domain/guides/guide.ts';

/** The edition of the film in which a cue's times are counted. */
export function findEdition(cue: Cue | undefined, { film }: Guide) {
  return film.editions.find(({ id }) => id === cue?.edition);
}
