/**
 * Whether ADD unpacks a local file of this name: a tar, plain or compressed with gzip, bzip2, xz or zstd. The builder
 * looks at the content, of which the name is all that can be seen here. It unpacks no zip.
 */
export function isArchiveName(path: string): boolean {
  return /\.(?:tar(?:\.(?:gz|bz2|xz|lzma|zst|Z))?|tgz|tbz2?|txz|tlz|tzst|tpz)$/i.test(path);
}
