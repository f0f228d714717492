/**
 * Whether a variable of this name holds a secret. The words are BuildKit's (its check SecretsUsedInArgOrEnv), and so are
 * those that make it none wherever they stand; a last word that tells of something else, such as the folder that holds
 * the secret, makes it none as well, which BuildKit does not look at.
 */
export function isSecretName(name: string): boolean {
  const words = name.toLowerCase().split("_");
  if (!words.some((word) => secretWords.has(word))) return false;
  return !words.some((word) => harmlessAnywhere.has(word)) && !harmless.has(words.at(-1) ?? "");
}

const harmlessAnywhere = new Set(["file", "public", "version"]);

const secretWords = new Set([
  ...["apikey", "auth", "credential", "credentials", "key", "password", "pword", "passwd", "secret", "token"],
]);

const harmless = new Set([
  ...["algorithm", "dir", "directory", "disabled", "enabled", "endpoint", "expiry", "fingerprint", "header"],
  ...[
    "host",
    "id",
    "ids",
    "length",
    "location",
    "method",
    "mode",
    "name",
    "path",
    "policy",
    "port",
    "prefix",
  ],
  ...[
    "provider",
    "required",
    "server",
    "servers",
    "size",
    "timeout",
    "ttl",
    "type",
    "uri",
    "url",
    "user",
    "username",
  ],
  ...["sock", "socket"],
]);

interface SecretForm {
  readonly form: RegExp;
  readonly what: string;
  /** One of these stands in each, in whatever case. */
  readonly signs: readonly string[];
}

/** Text that is a secret by its form alone: what services mark as theirs, and private keys. */
export const secretForms: readonly SecretForm[] = [
  {
    form: /\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{60,}\b/,
    what: "a GitHub token",
    signs: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"],
  },
  { form: /\bglpat-[\w-]{20,}/, what: "a GitLab token", signs: ["glpat-"] },
  { form: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, what: "an AWS access key", signs: ["AKIA", "ASIA"] },
  { form: /\bxox[abeoprs]-[\w-]{10,}/, what: "a Slack token", signs: ["xox"] },
  { form: /\bnpm_[A-Za-z0-9]{36}\b/, what: "an npm token", signs: ["npm_"] },
  { form: /:_auth(?:Token)?=["']?[\w+/=-]{16,}/, what: "an npm token", signs: [":_auth"] },
  {
    form: /\bAuthorization: *(?:Bearer|Basic|token) +[\w.~+/=-]{16,}/i,
    what: "a token",
    signs: ["Authorization:"],
  },
  { form: /\bpypi-[\w-]{50,}/, what: "a PyPI token", signs: ["pypi-"] },
  { form: /\bdckr_pat_[\w-]{20,}/, what: "a Docker Hub token", signs: ["dckr_pat_"] },
  { form: /\bAIza[\w-]{35}\b/, what: "a Google API key", signs: ["AIza"] },
  { form: /\b[sr]k_live_[A-Za-z0-9]{20,}/, what: "a Stripe key", signs: ["k_live_"] },
  { form: /\bhf_[A-Za-z0-9]{34}\b/, what: "a Hugging Face token", signs: ["hf_"] },
  { form: /\bsk-(?:ant-|proj-)[\w-]{30,}/, what: "an API key", signs: ["sk-ant-", "sk-proj-"] },
  { form: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/, what: "a private key", signs: ["-----BEGIN "] },
];

/** Whether it is worth while to look for these forms in a text: hardly any holds even a sign of one. */
export function hasSignOfSecret(text: string): boolean {
  return anySign.test(text);
}

const anySign = new RegExp(secretForms.flatMap(({ signs }) => signs).join("|"), "i");

/** Whether a file of this path holds credentials, as far as its name tells. */
export function isSecretFile(path: string): boolean {
  return secretFiles.test(path.replace(/\\/g, "/").replace(/\/+$/, ""));
}

const secretFiles = new RegExp(
  `(?:^|/)(?:${[
    "id_(?:rsa|dsa|ecdsa|ed25519)",
    "ssh_host_\\w+_key",
    "\\.ssh",
    "\\.netrc|_netrc",
    "\\.pypirc",
    "\\.git-credentials",
    "\\.aws(?:/credentials)?",
    "\\.docker/config\\.json",
    "\\.kube/config|kubeconfig",
    "\\.env(?:\\.(?:local|prod|production))?",
    "credentials\\.json|service-account\\.json",
    "(?:server|tls|private|privkey|private-key)\\.(?:key|pem)|privkey",
    "[^/]+\\.(?:p12|pfx)",
  ].join("|")})$`,
);
