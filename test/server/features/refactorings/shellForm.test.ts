import { shellForm } from "../../../../server/src/features/refactorings/shellForm";
import { tableOf } from "./checkRefactoring";

const { offers, refuses } = tableOf(shellForm);

offers("plain words", 'FROM a\nRUN [||]["b", "-c","d"]\n', "FROM a\nRUN b -c d\n");
offers(
  "words that need quotes",
  'FROM a\nRUN [||][ "b", "c d", "$e", "f*" ]\n',
  "FROM a\nRUN b 'c d' '$e' 'f*'\n",
);
offers(
  "line breaks stay",
  'FROM a\nCMD [ "b", \\\n  # why\n  "c" ]\n[||]'.replace("CMD", "CMD[||]").replace(/\n\[\|\|\]$/, "\n"),
  "FROM a\nCMD b \\\n  # why\n  c\n",
);
offers(
  "a named shell goes",
  'FROM a\nRUN [||]["/bin/sh", "-c", "b && c \\"d\\""]\n',
  'FROM a\nRUN b && c "d"\n',
);
offers("a shell without its folder", 'FROM a\nCMD [||]["sh", "-c", "b $C"]\n', "FROM a\nCMD b $C\n");
offers("a bracket above", 'FROM a\nRUN [||][ \\\n  "b", \\\n  "c" \\\n]\n', "FROM a\nRUN \\\n  b \\\n  c\n");
offers("a bracket and nothing else above", 'FROM a\nRUN [||][\\\n  "b"\\\n]\n', "FROM a\nRUN \\\n  b\n");
offers("a health check", 'FROM a\nHEALTHCHECK CMD [||]["b", "c"]\n', "FROM a\nHEALTHCHECK CMD b c\n");
offers(
  "a name that the shell would take for its own",
  'FROM a\nRUN [||]["if", "a=b"]\n',
  "FROM a\nRUN 'if' a=b\n",
);

refuses("quotes of its kind", 'FROM a\nRUN [||]["b", "it\'s"]\n');
refuses("line breaks", 'FROM a\nRUN [||]["b", "c\\nd"]\n');
refuses("half of ENTRYPOINT and CMD", 'FROM a\nENTRYPOINT [||]["b"]\nCMD ["c"]\n');
refuses("a shell that reads otherwise", 'FROM a\nSHELL ["powershell", "-c"]\nRUN [||]["b", "c"]\n');
refuses("files", 'FROM a\nCOPY [||]["b", "c"]\n');
refuses("an empty array", "FROM a\nRUN [||][]\n");
