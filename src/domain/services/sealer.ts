/** Closes a value so that only this site's secret key opens it again. */
export interface Sealer {
  seal(value: unknown): Promise<string>;
  /** Throws SealBrokenError when the key is another one or the text was changed. */
  unseal(sealed: string): Promise<unknown>;
}

/** The seal does not open: another secret key made it, or it is damaged. */
export class SealBrokenError extends Error {
  override name = 'SealBrokenError';
  constructor(options?: ErrorOptions) {
    super('the seal cannot be opened with the secret keys of this site', options);
  }
}
