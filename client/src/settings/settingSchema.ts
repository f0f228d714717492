/** One setting as the manifest declares it: a JSON schema with the editor's own words. */
export interface SettingSchema {
  readonly type?: string | readonly string[];
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly anyOf?: readonly object[];
  readonly items?: object;
  readonly uniqueItems?: boolean;
  readonly properties?: object;
  readonly patternProperties?: object;
  readonly additionalProperties?: object | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly scope: "application" | "machine" | "machine-overridable" | "window" | "resource";
  readonly markdownDescription: string;
  /** Must not be taken from a workspace that is not trusted: it names a program, or a place to send things to. */
  readonly restricted?: boolean;
}
