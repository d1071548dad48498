// Saves a file that was fetched with a token; a link cannot send a token.
export function save(file, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
}
