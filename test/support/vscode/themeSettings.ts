export type Theme = "dark" | "light" | "high contrast";

/** Dark and light follow what the browser says of the system, so that a picture can be taken in both. */
export function themeSettings(theme: Theme): Record<string, unknown> {
  if (theme === "high contrast") return { "workbench.colorTheme": "Default High Contrast" };
  return {
    "window.autoDetectColorScheme": true,
    "workbench.preferredDarkColorTheme": "Default Dark Modern",
    "workbench.preferredLightColorTheme": "Default Light Modern",
  };
}
