/** What is wrong at one place of a guide; `path` leads there from the top. */
export interface Problem {
  path: readonly (string | number)[];
  message: string;
}

/** `tracks[3].cues[0].times` for a path. */
export function formatPath(path: Problem['path']): string {
  const joined = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return joined.startsWith('.') ? joined.slice(1) : joined;
}
