import type { Rule } from "../lint/rule";

export const untrustedRegistry: Rule = {
  id: "untrusted-registry",
  aliases: ["DL3026"],
  severity: "error",
  category: "security",
  summary: "A base image comes from a registry that is not on the list of trusted ones.",
  rationale:
    "Whoever can push to the registry of your base image decides what runs in your containers. The rule speaks only where `trustedRegistries` names the registries that are allowed. Docker Hub is `docker.io`; `*` stands for any part.",
  options: [
    {
      name: "trustedRegistries",
      type: "string[]",
      default: [],
      summary: "The registries that base images may come from.",
    },
  ],
  examples: [
    {
      text: "FROM [|evil.example.com|]/app:1\n",
      options: { trustedRegistries: ["docker.io", "*.company.com"] },
    },
    {
      text: "FROM alpine:3.22 AS base\nFROM base\nFROM scratch\nFROM eu.company.com/app:1\n",
      options: { trustedRegistries: ["docker.io", "*.company.com"] },
    },
    { text: "FROM [|alpine|]:3.22\n", options: { trustedRegistries: ["ghcr.io"] } },
    { text: "FROM ghcr.io/me/app:1\n", options: { trustedRegistries: ["*"] } },
    { text: "FROM anything.example.com/app:1\n" },
  ],

  check({ stages }, report, { options }) {
    const trusted = Array.isArray(options["trustedRegistries"])
      ? options["trustedRegistries"].map(String)
      : [];
    if (trusted.length === 0) return;
    for (const { base } of stages) {
      if (!base?.reference) continue;
      const registry = base.reference.domain ?? "docker.io";
      if (trusted.some((pattern) => isTrusted(registry, pattern))) continue;
      report({
        range: base.written.registryRange ?? base.written.nameRange,
        message: `${registry} is not among the trusted registries (${trusted.join(", ")}). Use an image from one of them.`,
      });
    }
  },
};

/** As hadolint matches: `*` alone, at the start or at the end. Docker Hub answers to all of its names. */
function isTrusted(registry: string, pattern: string): boolean {
  const names = hubNames.includes(registry) ? hubNames : [registry];
  return names.some((name) => {
    if (pattern === "*") return true;
    if (pattern.startsWith("*")) return name.endsWith(pattern.slice(1));
    if (pattern.endsWith("*")) return name.startsWith(pattern.slice(0, -1));
    return name === pattern;
  });
}

const hubNames = ["docker.io", "hub.docker.com", "index.docker.io", "registry-1.docker.io"];
