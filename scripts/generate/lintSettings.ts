import type { SettingSchema } from "../../client/src/settings/settingSchema";
import type { Rule } from "../../server/src/lint/rule";
import { defaultSettings } from "../../server/src/protocol";
import { rules } from "../../server/src/rules";

/** ShellCheck's findings go by codes that only that program knows all of. */
const shellcheckCode = "^SC\\d{4}$";

const levels = ["off", "hint", "information", "warning", "error"];

/** The settings that the server reads, with every rule completed and documented. */
export function lintSettings(): Record<string, SettingSchema> {
  const { lint, shellcheck, format, completion, hints, codeLens } = defaultSettings;
  const names = rules.flatMap(({ id, aliases }) => [id, ...aliases]);
  const ruleName = { anyOf: [{ enum: names }, { pattern: shellcheckCode }] };
  return {
    "drydock.lint.enabled": {
      type: "boolean",
      default: lint.enabled,
      scope: "resource",
      markdownDescription: "Check Dockerfiles while you type.",
    },
    "drydock.lint.rules": {
      type: "object",
      default: lint.rules,
      scope: "resource",
      markdownDescription:
        'How serious each rule is, by its id or by any name that hadolint or BuildKit has for it. With options: `["warning", { … }]`.',
      properties: Object.fromEntries(rules.flatMap(ruleProperties)),
      patternProperties: { [shellcheckCode]: { enum: levels } },
      additionalProperties: false,
    },
    "drydock.lint.select": {
      default: lint.select,
      scope: "resource",
      anyOf: [{ enum: ["default", "all"] }, { type: "array", items: ruleName }],
      markdownDescription: "Which rules run: those that are on by default, all, or just the ones listed.",
    },
    "drydock.lint.ignore": {
      type: "array",
      items: ruleName,
      uniqueItems: true,
      default: lint.ignore,
      scope: "resource",
      markdownDescription: "Rules to leave out, by id or by any other name they have.",
    },
    "drydock.lint.trustedRegistries": {
      type: "array",
      items: { type: "string" },
      default: lint.trustedRegistries,
      scope: "resource",
      markdownDescription:
        "Registries that base images may come from, `*` standing for any part, for example `*.example.com`. Empty: all of them.",
    },
    "drydock.lint.labelSchema": {
      type: "object",
      additionalProperties: { enum: ["text", "url", "semver", "hash", "rfc3339", "spdx", "email"] },
      default: lint.labelSchema,
      scope: "resource",
      markdownDescription: "Labels that every image must carry, and the form of their values.",
    },
    "drydock.lint.strictLabels": {
      type: "boolean",
      default: lint.strictLabels,
      scope: "resource",
      markdownDescription: "Report labels that the label schema does not name.",
    },
    "drydock.lint.buildContext": {
      type: "object",
      additionalProperties: { type: "string" },
      default: lint.buildContext,
      scope: "resource",
      markdownDescription:
        "The folder of the build context for each glob of Dockerfiles, relative to the workspace folder. Without an entry it is the Dockerfile's own folder.",
    },
    "drydock.shellcheck.enabled": {
      type: "boolean",
      default: shellcheck.enabled,
      scope: "resource",
      markdownDescription:
        "Let [ShellCheck](https://www.shellcheck.net) read what `RUN` executes, where that program is installed. In a workspace that is not trusted it never runs.",
    },
    "drydock.shellcheck.path": {
      type: "string",
      default: shellcheck.path,
      scope: "machine-overridable",
      restricted: true,
      markdownDescription:
        "Where the `shellcheck` program is, as an absolute path. Empty: it is looked for on `PATH`.",
    },
    "drydock.format.keywordCase": {
      type: "string",
      enum: ["preserve", "upper", "lower"],
      default: format.keywordCase,
      scope: "resource",
      markdownDescription: "The letter case that formatting gives to keywords.",
    },
    "drydock.completion.registryTags": {
      type: "boolean",
      default: completion.registryTags,
      // A folder that is opened must not switch on what speaks to the network.
      scope: "application",
      markdownDescription:
        "Ask registries for the tags of an image while you write one. The name of the image leaves this machine then.",
    },
    "drydock.hints.variables": {
      type: "boolean",
      default: hints.variables,
      scope: "resource",
      markdownDescription: "Show what a variable stands for behind each use.",
    },
    "drydock.hints.workingDirectory": {
      type: "boolean",
      default: hints.workingDirectory,
      scope: "resource",
      markdownDescription: "Show where a relative WORKDIR leads, and where a relative destination lies.",
    },
    "drydock.hints.latestTag": {
      type: "boolean",
      default: hints.latestTag,
      scope: "resource",
      markdownDescription: "Show what `latest` is on this engine.",
    },
    "drydock.hints.layerSize": {
      type: "boolean",
      default: hints.layerSize,
      scope: "resource",
      markdownDescription: "Show what each step added to the image that a Dockerfile was built to last.",
    },
    "drydock.codeLens": {
      type: "boolean",
      default: codeLens,
      scope: "resource",
      markdownDescription: "Offer to build and run above the stages of a Dockerfile.",
    },
  };
}

function ruleProperties({
  id,
  aliases,
  summary,
  severity,
  default: state,
  options,
}: Rule): [string, object][] {
  const level = { enum: levels };
  const schema = {
    default: state ?? severity,
    markdownDescription: summary,
    ...(options?.length
      ? { anyOf: [level, { type: "array", items: [level, { type: "object" }], minItems: 2, maxItems: 2 }] }
      : level),
  };
  const alias = { ...schema, default: undefined, markdownDescription: `${summary} (\`${id}\`)` };
  return [[id, schema], ...aliases.map((name): [string, object] => [name, alias])];
}
