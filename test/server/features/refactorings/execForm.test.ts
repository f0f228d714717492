import { execForm } from "../../../../server/src/features/refactorings/execForm";
import { tableOf } from "./checkRefactoring";

const { offers, refuses } = tableOf(execForm);

offers("plain words", "FROM a\nRUN [||]b -c d\n", 'FROM a\nRUN ["b", "-c", "d"]\n');
offers(
  "quotes and line breaks",
  "FROM a\nCMD b 'c d' \\\n  # why\n  \"e\"[||]\n",
  'FROM a\nCMD ["b", "c d", \\\n  # why\n  "e"]\n',
);
offers("exec goes", "FROM a\nENTRYPOINT [||]exec b c\n", 'FROM a\nENTRYPOINT ["b", "c"]\n');
offers(
  "a health check",
  "FROM a\nHEALTHCHECK --interval=5s CMD [||]b c\n",
  'FROM a\nHEALTHCHECK --interval=5s CMD ["b", "c"]\n',
);

refuses("variables", "FROM a\nRUN [||]b $c\n");
refuses("a comment", "FROM a\nRUN [||]b # c\n");
refuses("what could not be read", "FROM a\nHEALTHCHECK CMD [||]\\`(\n");
refuses("patterns", "FROM a\nRUN [||]b *.c\n");
refuses("several commands", "FROM a\nRUN [||]b && c\n");
refuses("redirections", "FROM a\nRUN [||]b > c\n");
refuses("what only a shell has", "FROM a\nRUN [||]cd b\n");
refuses("a command prompt", "FROM mcr.microsoft.com/windows/nanoserver\nRUN [||]dir\n");
refuses("half of ENTRYPOINT and CMD", 'FROM a\nENTRYPOINT ["b"]\nCMD [||]c\n');
refuses("a JSON array", 'FROM a\nCMD [||]["b"]\n');
refuses("other instructions", "FROM a\nWORKDIR [||]b\n");
