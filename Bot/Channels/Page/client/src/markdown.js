// Keeps text as it was written: Web Chat's Markdown would replace (c) by ©, .. by … and +- by ±.

/** The patterns of the typographic replacements, together with an already escaped character before them. */
const ornaments = /\\.|\((?=(?:c|r|tm)\))|\+(?=-)|\.(?=\.)|\?(?=\?{3})|!(?=!{3})|,(?=,)|-(?=-)/gi;

export const asWritten = render => (markdown, ...options) =>
  render(markdown.replace(ornaments, mark => mark.startsWith('\\') ? mark : `\\${mark}`), ...options);
