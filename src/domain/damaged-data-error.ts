/** Something stored does not read as what we once wrote: a guide's revision, or another row of JSON. */
export class DamagedDataError extends Error {
  override name = 'DamagedDataError';
  readonly guide: string | undefined;
  readonly revision: number | undefined;
  constructor(what: string, place: { guide?: string; revision?: number } = {}, options?: ErrorOptions) {
    super(`stored data is damaged: ${what}`, options);
    this.guide = place.guide;
    this.revision = place.revision;
  }
}
