export interface PortRange {
  readonly first: number;
  /** The same as `first` for a single port. */
  readonly last: number;
}

/** `80` or `8000-8010`; undefined for what the builder cannot read as ports, too large and backward ones included. */
export function portRange(text: string): PortRange | undefined {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  return match && first <= last && last <= highestPort ? { first, last } : undefined;
}

export const highestPort = 65_535;
