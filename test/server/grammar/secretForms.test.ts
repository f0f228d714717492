import assert from "node:assert/strict";
import { test } from "node:test";
import { hasSignOfSecret, secretForms } from "../../../server/src/grammar/secretNames";

/** Put together here, so that nobody who looks for secrets in this repository finds one. */
const samples: Readonly<Record<string, readonly string[]>> = {
  "a GitHub token": [
    ...["p", "o", "u", "s", "r"].map((kind) => `gh${kind}_${"a1".repeat(18)}`),
    `github_${"pat"}_${"a1".repeat(30)}`,
  ],
  "a GitLab token": [`glpat${"-"}${"a1".repeat(10)}`],
  "an AWS access key": [`AKIA${"A1".repeat(8)}`, `ASIA${"A1".repeat(8)}`],
  "a Slack token": [`xoxb${"-"}${"1a".repeat(6)}`],
  "an npm token": [`npm${"_"}${"a1".repeat(18)}`, `//registry.example/:_authToken=${"a1".repeat(10)}`],
  "a token": [`authorization: bearer ${"a1".repeat(10)}`, `Authorization: Basic ${"a1".repeat(10)}`],
  "a PyPI token": [`pypi${"-"}${"a1".repeat(30)}`],
  "a Docker Hub token": [`dckr${"_pat_"}${"a1".repeat(12)}`],
  "a Google API key": [`AIza${"a1".repeat(17)}a`],
  "a Stripe key": [`sk${"_live_"}${"a1".repeat(12)}`, `rk${"_live_"}${"a1".repeat(12)}`],
  "a Hugging Face token": [`hf${"_"}${"a1".repeat(17)}`],
  "an API key": [`sk${"-ant-"}${"a1".repeat(16)}`, `sk${"-proj-"}${"a1".repeat(16)}`],
  "a private key": [`-----BEGIN ${"RSA "}PRIVATE KEY-----`, `-----BEGIN ${""}PRIVATE KEY-----`],
};

test("each form of a secret is found where it stands, and by its sign", () => {
  for (const what of new Set(secretForms.map((one) => one.what))) {
    const given = samples[what] ?? [];
    assert.ok(given.length > 0, `no sample of ${what}`);
    for (const sample of given) {
      assert.ok(hasSignOfSecret(`x ${sample} y`), sample);
      assert.ok(
        secretForms.some(({ what: found, form }) => found === what && form.test(`x ${sample} y`)),
        sample,
      );
    }
  }
  assert.ok(!hasSignOfSecret("apt-get update && apt-get install -y curl"));
});
