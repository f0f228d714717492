import { captures, type Escape, endOfInstruction, keyOf, plain, type Repository, token, use } from "./rule";

/** Image references, stages and platforms. */
export function referenceRules(escaping: Escape): Repository {
  return {
    [keyOf("reference", escaping)]: {
      patterns: [
        token("constant.language.scratch", String.raw`\Gscratch(?=\s)`),
        {
          begin: String.raw`\G(?=[^\s,])`,
          end: String.raw`(?=[\s,])`,
          patterns: [
            use("value", escaping),
            {
              match: String.raw`\G((?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+|localhost|[A-Za-z0-9.-]+(?=:\d+/))(?:(:)(\d+))?(/)`,
              captures: captures(
                "entity.name.namespace.registry",
                "punctuation.separator.port",
                "constant.numeric.port",
                "punctuation.separator.path",
              ),
            },
            {
              match: "(@)([a-z0-9]+)(:)([0-9A-Fa-f]+)",
              captures: captures(
                "punctuation.separator.digest",
                "storage.type.digest",
                "punctuation.separator.digest",
                "constant.numeric.hex.digest",
              ),
            },
            {
              match: String.raw`(:)([\w.-]*)(?![\w.-]*/)`,
              captures: captures("punctuation.separator.tag", "constant.numeric.tag"),
            },
            token("punctuation.separator.path", "/"),
            // A number alone is the index of a stage.
            token("constant.numeric.stage", String.raw`\G\d+(?=[\s,])`),
            token("string.unquoted.image", plain(escaping, ":@/,")),
          ],
        },
      ],
    },
    [keyOf("stage", escaping)]: {
      begin: String.raw`(?<=\s)(?i:(AS))(?=\s)`,
      end: endOfInstruction,
      beginCaptures: captures("keyword.control.as"),
      patterns: [use("lines", escaping), token("entity.name.type.stage", plain(escaping))],
    },
    [keyOf("platform", escaping)]: {
      patterns: [
        use("value", escaping),
        token("punctuation.separator.platform", "/"),
        token("constant.language.platform", plain(escaping, "/,")),
      ],
    },
  };
}
