/** Gives a text to the browser to save as a file under this name. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the text once the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
