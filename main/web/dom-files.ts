import type { ChosenFile, FileSource, Host } from '../../shared/host.ts';

/** The contract's files by the page's own means: a file field, and a download. */
export const domFiles: Host['files'] = {
  choose: async (accept, maxBytes) => {
    const file = await chosenFile(accept);
    return file && readChosen(file, maxBytes);
  },
  save: (suggestedName, mime, bytes) => {
    download(suggestedName, new Blob([new Uint8Array(bytes)], { type: mime }));
    return Promise.resolve(true);
  },
  // The browser keeps blobs outside of the page's memory, so a large file grows as a list of them.
  saveInPieces: (suggestedName, mime) => {
    let pieces: Blob[] = [];
    const sink = {
      write: (piece: Uint8Array) => Promise.resolve(void pieces.push(new Blob([new Uint8Array(piece)]))),
      finish: () => {
        download(suggestedName, new Blob(pieces, { type: mime }));
        return Promise.resolve(true);
      },
      abandon: () => Promise.resolve(void (pieces = [])),
    };
    return Promise.resolve(sink);
  },
  openInPieces: async (accept) => {
    const file = await chosenFile(accept);
    return file && sourceOf(file);
  },
};

function chosenFile(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = accept;
    field.addEventListener('cancel', () => {
      resolve(null);
    });
    field.addEventListener('change', () => {
      resolve(field.files?.[0] ?? null);
    });
    field.click();
  });
}

function download(suggestedName: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = suggestedName;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

function sourceOf(file: File): FileSource {
  return {
    size: file.size,
    read: async (from, length) => new Uint8Array(await file.slice(from, from + length).arrayBuffer()),
    close: () => Promise.resolve(),
  };
}


async function readChosen(file: File, maxBytes: number): Promise<ChosenFile> {
  const tooLarge = file.size > maxBytes;
  const bytes = tooLarge ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
  return { name: file.name, size: file.size, bytes, tooLarge };
}
