import type { GuideSketch } from './guide-sketch.ts';
import type { Problem } from './problem.ts';
import { formatTime } from './time.ts';

type Path = Problem['path'];

type Track = GuideSketch['tracks'][number];
type Cue = Track['cues'][number];

/** What a schema cannot see: ids used twice, references to nothing, and times that cannot be. */
export function checkGuide(guide: GuideSketch): Problem[] {
  return [...checkIdentities(guide), ...checkReferences(guide), ...checkTimes(guide), ...checkPlaces(guide)];
}

interface Identified {
  id?: string | undefined;
  formerly: (string | undefined)[];
}

/** Every list of things with ids in a guide, by kind, with the path of each thing. */
function* identified(guide: GuideSketch): Generator<{ kind: string; thing: Identified; path: Path }> {
  for (const [kind, list, at] of [
    ['source', guide.sources ?? [], ['sources']],
    ['album', guide.albums ?? [], ['albums']],
    ['track', guide.tracks, ['tracks']],
    ['claim', guide.claims, ['claims']],
    ['essay section', guide.essay, ['essay']],
    ['question', guide.questions, ['questions']],
    ['unknown', guide.unknowns, ['unknowns']],
    ['edition', guide.film.editions ?? [], ['film', 'editions']],
    ['film fact', guide.film.facts, ['film', 'facts']],
  ] as [string, Identified[], Path][]) {
    for (const [i, thing] of list.entries()) yield { kind, thing, path: [...at, i] };
  }
  for (const [i, album] of (guide.albums ?? []).entries()) {
    for (const [j, thing] of album.releases.entries()) {
      yield { kind: `release of ${album.id}`, thing, path: ['albums', i, 'releases', j] };
    }
    for (const [j, thing] of album.facts.entries()) {
      yield { kind: `fact of ${album.id}`, thing, path: ['albums', i, 'facts', j] };
    }
  }
  for (const [i, track] of guide.tracks.entries()) {
    const at = ['tracks', i];
    for (const [j, thing] of track.cues.entries()) yield { kind: 'cue', thing, path: [...at, 'cues', j] };
    for (const [j, thing] of track.claims.entries())
      yield { kind: 'claim', thing, path: [...at, 'claims', j] };
    for (const [j, thing] of track.listeningPoints.entries()) {
      yield { kind: 'listening point', thing, path: [...at, 'listeningPoints', j] };
    }
  }
}

function checkIdentities(guide: GuideSketch): Problem[] {
  const seen = new Map<string, Path>();
  const problems: Problem[] = [];
  for (const { kind, thing, path } of identified(guide)) {
    const names: [string | undefined, Path][] = [
      [thing.id, [...path, 'id']],
      ...thing.formerly.map((old, i): [string | undefined, Path] => [old, [...path, 'formerly', i]]),
    ];
    for (const [name, at] of names) {
      if (name === undefined) continue;
      const key = `${kind} ${name}`;
      if (seen.has(key)) problems.push({ path: at, message: `the ${kind} id "${name}" is used twice` });
      seen.set(key, at);
    }
  }
  return problems;
}

function checkReferences(guide: GuideSketch): Problem[] {
  const known = {
    source: idsOf(guide.sources),
    album: idsOf(guide.albums),
    edition: idsOf(guide.film.editions),
  };
  const problems: Problem[] = [];
  const need = (kind: keyof typeof known, id: unknown, path: Path) => {
    if (typeof id !== 'string' || known[kind]?.has(id) !== false) return;
    problems.push({ path, message: `there is no ${kind} "${id}" in this guide` });
  };
  walk(guide, [], (key, value, path) => {
    if ((key === 'sources' || key === 'evidence') && path.length > 1 && Array.isArray(value)) {
      for (const [i, id] of value.entries()) need('source', id, [...path, i]);
    }
  });
  for (const { claim, path } of claimsOf(guide)) need('source', claim.source, [...path, 'source']);
  for (const [i, track] of guide.tracks.entries()) {
    need('album', track.album?.id, ['tracks', i, 'album', 'id']);
    for (const [j, cue] of track.cues.entries()) {
      need('edition', cue.edition, ['tracks', i, 'cues', j, 'edition']);
    }
  }
  return problems;
}

/** The ids of a list; undefined when the list cannot be read, so that nothing is said to be missing from it. */
function idsOf(list: Identified[] | undefined): Set<string | undefined> | undefined {
  return list && new Set(list.map(({ id }) => id));
}

function* claimsOf(guide: GuideSketch) {
  for (const [i, claim] of guide.claims.entries()) yield { claim, path: ['claims', i] as Path };
  for (const [i, track] of guide.tracks.entries()) {
    for (const [j, claim] of track.claims.entries()) {
      yield { claim, path: ['tracks', i, 'claims', j] as Path };
    }
  }
}

function walk(value: unknown, path: Path, visit: (key: string, value: unknown, path: Path) => void): void {
  if (value === null || typeof value !== 'object') return;
  for (const [name, inner] of Object.entries(value)) {
    const key = Array.isArray(value) ? Number(name) : name;
    const at = [...path, key];
    if (typeof key === 'string') visit(key, inner, at);
    walk(inner, at, visit);
  }
}

function checkTimes(guide: GuideSketch): Problem[] {
  return guide.tracks.flatMap((track, i) => [
    ...track.cues.flatMap((cue, j) => checkCueTimes(guide, cue, ['tracks', i, 'cues', j])),
    ...checkListeningPoints(track, ['tracks', i]),
  ]);
}

function checkCueTimes(guide: GuideSketch, cue: Cue, path: Path): Problem[] {
  if (cue.times.length === 0) return [];
  const length = lengthOf(guide, cue.edition);
  const ranges = cue.times.flatMap((range, k) => checkRange(range, length, [...path, 'times', k]));
  if (cue.edition !== undefined) return ranges;
  return [{ path: [...path, 'times'], message: 'times need an edition of the film' }, ...ranges];
}

function checkRange({ start, end }: Cue['times'][number], length: number | undefined, path: Path): Problem[] {
  const last = end ?? start;
  if (last < start) {
    return [{ path, message: `end ${formatLong(last)} is before start ${formatLong(start)}` }];
  }
  if (length === undefined || !(last > length)) return [];
  return [{ path, message: `${formatLong(last)} is after the end of the film (${formatLong(length)})` }];
}

function lengthOf({ film }: GuideSketch, edition: unknown): number | undefined {
  if (edition === undefined) return undefined;
  const own = film.editions?.find(({ id }) => id === edition)?.runningTime;
  if (own !== undefined) return own;
  const values = film.runningTimes.map(({ value }) => value);
  return values.length > 0 ? Math.max(...values) : undefined;
}

function checkListeningPoints(track: Track, path: Path): Problem[] {
  const { duration } = track;
  if (duration === undefined) return [];
  return track.listeningPoints.flatMap((point, j): Problem[] => {
    if (!(point.at > duration)) return [];
    const message = `${formatTime(point.at)} is after the end of the recording (${formatTime(duration)})`;
    return [{ path: [...path, 'listeningPoints', j, 'at'], message }];
  });
}

function checkPlaces(guide: GuideSketch): Problem[] {
  const seen = new Set<string>();
  return guide.tracks.flatMap((track, i): Problem[] => {
    if (track.inFilm === 'no' && track.cues.length > 0) {
      return [{ path: ['tracks', i, 'inFilm'], message: 'says no, yet the track has cues in the film' }];
    }
    if (!track.album) return [];
    const { id, disc = 1, number } = track.album;
    if (id === undefined || number === undefined) return [];
    const place = `${id} ${disc} ${number}`;
    if (seen.has(place)) {
      return [
        {
          path: ['tracks', i, 'album', 'number'],
          message: `another track is number ${number} of this album`,
        },
      ];
    }
    seen.add(place);
    return [];
  });
}

/** `0:01:02`, so that two times in one sentence read alike. */
function formatLong(seconds: number): string {
  const short = formatTime(seconds);
  return seconds < 3600 ? `0:${short.padStart(5, '0')}` : short;
}
