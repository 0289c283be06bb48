import type { HubProblemCode } from './hub-problem.ts';

/** A sentence for the person at the command line, who may read either language: both are printed. */
export interface Sentence {
  readonly en: string;
  readonly es: string;
}

/** What happened, what it means and what to do, for each problem the hub can start with. */
export const PROBLEM_SENTENCES: Readonly<Record<HubProblemCode, Sentence>> = {
  'port-taken': {
    en: 'Another program already uses this port, so the hub did not start. Close that program, or start the hub with another one: npm run hub -- --port 5986',
    es: 'Otro programa ya usa este puerto, por eso el centro de intercambio no arrancó. Cierre ese programa o use otro puerto: npm run hub -- --port 5986',
  },
  'address-unknown': {
    en: 'This computer does not have the address given with --host, so the hub did not start. Use 127.0.0.1 for this computer only, or 0.0.0.0 for the whole office network.',
    es: 'Esta computadora no tiene la dirección indicada con --host, por eso el centro de intercambio no arrancó. Use 127.0.0.1 solo para esta computadora o 0.0.0.0 para toda la red de la oficina.',
  },
  'data-in-use': {
    en: 'A hub is already running with this data folder, so this one did not start. Nothing was changed. Use the running one, or give another folder with --data.',
    es: 'Ya hay un centro de intercambio en marcha con esta carpeta de datos, por eso este no arrancó. No se cambió nada. Use el que está en marcha o indique otra carpeta con --data.',
  },
  'data-unwritable': {
    en: 'The data folder cannot be opened or written, so the hub did not start. Check the folder and the free space on the disk, or give another folder with --data.',
    es: 'No se puede abrir la carpeta de datos ni escribir en ella, por eso el centro de intercambio no arrancó. Revise la carpeta y el espacio libre en el disco, o indique otra carpeta con --data.',
  },
  'accounts-damaged': {
    en: 'A file with the hub’s accounts cannot be read, so nobody could be let in. Put the last good copy of accounts.json and identity.json back into the data folder.',
    es: 'No se puede leer un archivo con las cuentas, por eso no se podría dejar entrar a nadie. Vuelva a poner en la carpeta de datos la última copia buena de accounts.json y de identity.json.',
  },
  'slot-exists': {
    en: 'There is already a chapter of that name here. Nothing was changed. Choose another name.',
    es: 'Aquí ya hay un capítulo con ese nombre. No se cambió nada. Elija otro nombre.',
  },
  'slot-name': {
    en: 'The name needs at least one letter (a to z) or digit. Nothing was changed. Example: npm run hub -- add-chapter "Boston North" --devices 2',
    es: 'El nombre necesita al menos una letra (de la a a la z) o una cifra. No se cambió nada. Ejemplo: npm run hub -- add-chapter "Boston Norte" --devices 2',
  },
  'account-name': {
    en: 'An account of this name cannot be made here, so nothing was changed. Choose another name.',
    es: 'Aquí no se puede crear una cuenta con ese nombre; no se cambió nada. Elija otro nombre.',
  },
  'wrong-option': {
    en: 'Something on this command line was not understood, so nothing was done.',
    es: 'Algo en esta orden no se entendió, por eso no se hizo nada.',
  },
};

export const USAGE = `npm run hub -- [--host 127.0.0.1] [--port 5985] [--data FOLDER | CARPETA]
npm run hub -- add-chapter "NAME | NOMBRE" [--devices 2] [--data FOLDER | CARPETA]
npm run hub -- --coordinator "NAME | NOMBRE" [--data FOLDER | CARPETA]
npm run hub -- erase ID… [--data FOLDER | CARPETA]`;

export const RUNNING: Sentence = {
  en: 'The hub is running. Leave this window open; Ctrl+C ends it.',
  es: 'El centro de intercambio está en marcha. Deje abierta esta ventana; con Ctrl+C se detiene.',
};
export const LOCAL_ONLY: Sentence = {
  en: 'Only this computer can reach it. For the office network, start it with --host 0.0.0.0',
  es: 'Solo esta computadora puede usarlo. Para la red de la oficina, arránquelo con --host 0.0.0.0',
};
export const SHOWN_ONCE: Sentence = {
  en: 'These passwords are shown only now. Write them down and keep them safe.',
  es: 'Estas contraseñas se muestran solo ahora. Anótelas y guárdelas en un lugar seguro.',
};
export const ONE_EACH: Sentence = {
  en: 'One account for each computer of the chapter. The first one that sends its records makes the chapter’s place here.',
  es: 'Una cuenta para cada computadora del capítulo. La primera que envíe sus registros crea aquí el lugar del capítulo.',
};
export const READS_ALL: Sentence = {
  en: 'A coordinator’s account. It sees how every chapter is doing, and reads names only where a chapter gave its key.',
  es: 'Una cuenta de coordinación. Ve cómo va cada capítulo y lee nombres solo donde un capítulo entregó su llave.',
};
export const ERASED: Sentence = {
  en: 'Done. These records will not be accepted here again.',
  es: 'Listo. Estos registros no se volverán a aceptar aquí.',
};
export const COLUMNS = { address: 'Address | Dirección', account: 'Account | Cuenta', password: 'Password | Contraseña' } as const;
export const STOPPED: Sentence = { en: 'The hub has stopped. Everything is saved.', es: 'El centro de intercambio se detuvo. Todo quedó guardado.' };
