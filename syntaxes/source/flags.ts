import { captures, type Escape, keyOf, plain, type Repository, type Rule, token, use } from "./rule";

const flagName = "entity.other.attribute-name.flag";

/** Flags with their values; `--mount=` with its keys. */
export function flagRules(escaping: Escape): Repository {
  const rest = [
    use("value", escaping),
    {
      match: "([a-z0-9]+)(:)([0-9A-Fa-f]{32,})",
      captures: captures(
        "storage.type.digest",
        "punctuation.separator.digest",
        "constant.numeric.hex.digest",
      ),
    },
    {
      match: String.raw`(?<=[=:,])(\d+(?:\.\d+)?)([A-Za-z]+)?(?=[\s,:])`,
      captures: captures("constant.numeric", "keyword.other.unit"),
    },
    token("constant.language.boolean", String.raw`(?<==)(?i:true|false)(?=[\s,])`),
    token("punctuation.separator", "[,:]"),
    token("string.unquoted.flag", plain(escaping, ",:")),
  ];
  return {
    [keyOf("flag", escaping)]: {
      patterns: [
        flag("mount", "mount", [
          token("constant.language.mount-type", String.raw`(?<=type=)[a-z]+(?=[\s,])`),
          value("(?<=[=,])(from)(=)", [use("reference", escaping)]),
          {
            match: String.raw`(?<=[=,])([A-Za-z][\w-]*)(=)`,
            captures: captures("entity.other.attribute-name.key", "keyword.operator.assignment"),
          },
          token("entity.other.attribute-name.key", String.raw`(?<=,)[A-Za-z][\w-]*(?=[\s,])`),
          ...rest,
        ]),
        flag("from", "from", [use("reference", escaping)]),
        flag("platform", "platform", [use("platform", escaping)]),
        flag("duration", "interval|timeout|start-period|start-interval", [
          {
            match: String.raw`(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)`,
            captures: captures("constant.numeric", "keyword.other.unit"),
          },
          ...rest,
        ]),
        flag("choice", "network|security", [
          token("constant.language", String.raw`(?<==)[a-z]+(?=\s)`),
          ...rest,
        ]),
        flag("other", String.raw`[A-Za-z][\w-]*`, rest),
      ],
    },
  };
}

function flag(kind: string, names: string, inside: readonly Rule[]): Rule {
  return {
    name: `meta.flag.${kind}.dockerfile`,
    begin: String.raw`(?<!\S)(--)(${names})(?:(=)|(?=\s))`,
    end: String.raw`(?=\s)`,
    beginCaptures: captures(`punctuation.definition.flag`, flagName, "keyword.operator.assignment"),
    patterns: inside,
  };
}

/** One key of a mount whose value has a grammar of its own. */
function value(begin: string, inside: readonly Rule[]): Rule {
  return {
    begin,
    end: String.raw`(?=[\s,])`,
    beginCaptures: captures("entity.other.attribute-name.key", "keyword.operator.assignment"),
    patterns: inside,
  };
}
