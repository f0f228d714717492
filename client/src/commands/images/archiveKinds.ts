import type { FilesQuestion } from "../../ui/ui";

/** What an engine reads; it finds out by itself how an archive is compressed. */
export const archiveKinds: FilesQuestion["kinds"] = {
  Archives: ["tar", "tar.gz", "tgz", "tar.xz", "tar.zst"],
};
