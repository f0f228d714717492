import { joinPairs } from "../../../../server/src/features/refactorings/joinPairs";
import { splitPairs } from "../../../../server/src/features/refactorings/splitPairs";
import { tableOf } from "./checkRefactoring";

const split = tableOf(splitPairs);
split.offers("ENV", "FROM a\nENV [||]A=1 B='2 3'\n", "FROM a\nENV A=1\nENV B='2 3'\n");
split.offers(
  "over lines with comments",
  "FROM a\nenv [||]A=1 \\\n    # why\n    B=2 \\\n    C=3\n",
  "FROM a\nenv A=1\n# why\nenv B=2\nenv C=3\n",
);
split.offers("LABEL", "FROM a\nLABEL [||]a=1 b=$a\n", "FROM a\nLABEL a=1\nLABEL b=$a\n");
split.offers(
  "a variable of its own",
  "FROM a\nENV [||]PATH=/b:$PATH C=2\n",
  "FROM a\nENV PATH=/b:$PATH\nENV C=2\n",
);
split.refuses("a variable that an earlier pair sets", "FROM a\nENV [||]A=1 B=$A\n");
split.refuses("a single pair", "FROM a\nENV [||]A=1\n");
split.refuses("the old form", "FROM a\nENV [||]A b=c d\n");
split.refuses("ARG", "FROM a\nARG [||]A=1 B=2\n");

const join = tableOf(joinPairs);
join.offers("ENV", "FROM a\nENV [||]A=1\n\nENV B=2 C=3\n", "FROM a\nENV A=1 \\\n    B=2 C=3\n");
join.offers(
  "all that are selected",
  "FROM a\nLABEL [|a=1\n# why\nLABEL b=2\nLABEL|] c=3\n",
  "FROM a\nLABEL a=1 \\\n# why\n    b=2 \\\n    c=3\n",
);
join.refuses("a variable that the first sets", "FROM a\nENV [||]A=1\nENV B=${A}\n");
join.refuses("the old form", "FROM a\nENV [||]A=1\nENV B 2\n");
join.refuses("another keyword", "FROM a\nENV [||]A=1\nLABEL b=2\n");
join.refuses("an open quote", 'FROM a\nENV [||]A="1\nENV B=2\n');
join.refuses("another stage", "FROM a\nENV [|A=1\nFROM b\nENV B|]=2\n");
