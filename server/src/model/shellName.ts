import { baseName } from "./baseName";

/** The name under which a shell is known here: `bash` for `/bin/bash`, `powershell` for `PowerShell.exe`. */
export function shellName(program: string): string {
  return baseName(program)
    .toLowerCase()
    .replace(/\.exe$/, "");
}
