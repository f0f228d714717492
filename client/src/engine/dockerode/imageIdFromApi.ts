/** An image's id as docker writes it. Podman's lists of removals, uses and parents leave out the name of the hash. */
export function imageIdFromApi(id: string): string {
  return /^[0-9a-f]{64}$/.test(id) ? `sha256:${id}` : id;
}
