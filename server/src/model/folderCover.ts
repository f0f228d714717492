/**
 * Whether whoever takes away or covers what a path names also takes the content of a folder: the folder itself, one
 * around it, or what it holds. A folder in a user's home is written `~/.cache/pip`.
 */
export function coversFolder(path: string, folder: string): boolean {
  const plain = path.replace(/\/?\**$/, "");
  if (folder.startsWith("~/")) return coversInHome(plain, folder.slice(1));
  if (!path.startsWith("/")) return false;
  return plain === folder || folder.startsWith(`${plain}/`) || plain.startsWith(`${folder}/`);
}

const HOME = /^(?:~|\$HOME|\$\{HOME\}|\/root|\/home\/[^/]+)$/;

/** Nobody knows where the homes lie, so the end of the path decides. */
function coversInHome(path: string, inside: string): boolean {
  if (HOME.test(path) || path.includes(`${inside}/`)) return true;
  for (let end = inside.length; end > 1; end = inside.lastIndexOf("/", end - 1))
    if (path.endsWith(inside.slice(0, end))) return true;
  return false;
}
