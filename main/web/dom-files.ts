import type { ChosenFile, Host } from '../../shared/host.ts';

/** The contract's files by the page's own means: a file field, and a download. */
export const domFiles: Host['files'] = {
  choose: (accept, maxBytes) =>
    new Promise((resolve, reject) => {
      const field = document.createElement('input');
      field.type = 'file';
      field.accept = accept;
      field.addEventListener('cancel', () => {
        resolve(null);
      });
      field.addEventListener('change', () => {
        const file = field.files?.[0];
        if (file) readChosen(file, maxBytes).then(resolve, reject);
        else resolve(null);
      });
      field.click();
    }),
  save: (suggestedName, mime, bytes) => {
    const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
    const link = document.createElement('a');
    link.href = address;
    link.download = suggestedName;
    link.click();
    // The browser reads the blob after the click has returned.
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, 60_000);
    return Promise.resolve(true);
  },
};

async function readChosen(file: File, maxBytes: number): Promise<ChosenFile> {
  const tooLarge = file.size > maxBytes;
  const bytes = tooLarge ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
  return { name: file.name, size: file.size, bytes, tooLarge };
}
