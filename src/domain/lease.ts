/** The right to do one piece of long work, held by one process at a time and taken over when its owner dies. */
export interface Lease {
  name: string;
  owner: string;
  /** Counts the holders: a write that carries an old number must fail. */
  number: number;
}

export interface LeaseStore {
  /** The lease when it was free or had run out, else undefined. Runs out by the database's clock. */
  takeLease(name: string, owner: string, seconds: number): Promise<Lease | undefined>;
  /** False when somebody else has taken it meanwhile. */
  renewLease(lease: Lease, seconds: number): Promise<boolean>;
  releaseLease(lease: Lease): Promise<void>;
}
