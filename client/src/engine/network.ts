export interface Network {
  readonly id: string;
  readonly name: string;
  /** For example "bridge" or "overlay". */
  readonly driver: string;
}

export interface Volume {
  readonly name: string;
}
