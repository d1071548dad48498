// Words as they were written: Web Chat's Markdown would make © of (c), … of .. and ± of +-.

/** What its typographer looks for, after whatever is escaped already. */
const ornaments = /\\.|\((?=(?:c|r|tm)\))|\+(?=-)|\.(?=\.)|\?(?=\?{3})|!(?=!{3})|,(?=,)|-(?=-)/gi;

export const asWritten = render => (markdown, ...options) =>
  render(markdown.replace(ornaments, mark => mark.startsWith('\\') ? mark : `\\${mark}`), ...options);
