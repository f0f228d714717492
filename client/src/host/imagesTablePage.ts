export interface PageParts {
  /** Addresses that the webview may load. */
  readonly script: string;
  readonly style: string;
  /** What the editor serves those from. */
  readonly source: string;
  /** Fresh for each page. */
  readonly nonce: string;
}

/** The table's page before its rows come. No word of an image is in it: those are put in as text by the script. */
export function imagesTablePage({ script, style, source, nonce }: PageParts): string {
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>Images</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main>
<h1>Images</h1>
<div class="tools">
<label>Filter <input id="filter" type="search" placeholder="repository, tag or id" autocomplete="off" spellcheck="false"></label>
<label><input id="usage" type="checkbox"> Disk usage</label>
<span class="space"></span>
${Object.entries(actions)
  .map(([action, words]) => `<button type="button" data-action="${action}" disabled>${words}</button>`)
  .join("\n")}
</div>
<p id="status" role="status"></p>
<table id="images">
<caption>Images on this engine. Arrow keys move, Space selects, Shift extends, Delete removes.</caption>
<thead>
<tr>
<td class="choice"><input id="all" type="checkbox" aria-label="Select all images shown"></td>
${Object.entries(columns)
  .map(([column, { words, kind }]) => heading(column, words, kind))
  .join("\n")}
</tr>
</thead>
<tbody></tbody>
</table>
<p id="nothing" hidden></p>
</main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

const actions = {
  checkForUpdates: "Check for Updates",
  save: "Save…",
  copy: "Copy References",
  remove: "Remove…",
};

/** The words of `docker images`, and beyond them those of `docker system df -v`. */
const columns: Readonly<Record<string, { readonly words: string; readonly kind: string }>> = {
  repository: { words: "Repository", kind: "text" },
  tag: { words: "Tag", kind: "text" },
  id: { words: "Image Id", kind: "text" },
  created: { words: "Created", kind: "text" },
  size: { words: "Size", kind: "number" },
  shared: { words: "Shared Size", kind: "number usage" },
  unique: { words: "Unique Size", kind: "number usage" },
  containers: { words: "Containers", kind: "number usage" },
};

function heading(column: string, words: string, kind: string): string {
  return `<th scope="col" data-column="${column}" class="${kind}"><button type="button">${words}</button></th>`;
}
