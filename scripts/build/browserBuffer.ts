/** dockerfile-ast asks Node's Buffer for the bytes of a text in UTF-8; in a browser this answers in its place. */
export const Buffer = { from: (text: string): Uint8Array => new TextEncoder().encode(text) };
