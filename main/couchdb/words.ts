import type { Sentence } from '../hub/words.ts';
import { PASSWORD_VARIABLE } from './ask-password.ts';
import type { CouchProblemCode } from './couch-problem.ts';
import type { Mode, Standing } from './step.ts';

/** What happened, what it means and what to do; `{}` is what the problem is about. */
export const PROBLEM_SENTENCES: Readonly<Record<CouchProblemCode, Sentence>> = {
  'wrong-option': {
    en: 'Something on this command line was not understood, so nothing was done. {}',
    es: 'Algo en esta orden no se entendió, por eso no se hizo nada. {}',
  },
  'no-address': {
    en: 'The address of the server is missing or cannot be read, so nothing was done. Give it like this: --url https://admin@records.example.org',
    es: 'Falta la dirección del servidor o no se puede leer, por eso no se hizo nada. Indíquela así: --url https://admin@registros.example.org',
  },
  'no-password': {
    en: `The administrator’s password is missing, so nothing was done. Type it when asked, or put it into the environment as ${PASSWORD_VARIABLE}.`,
    es: `Falta la contraseña de administración, por eso no se hizo nada. Escríbala cuando se le pida o póngala en el entorno como ${PASSWORD_VARIABLE}.`,
  },
  'not-reached': {
    en: 'The server {} did not answer. What was done before stays; run the same command again when the server runs.',
    es: 'El servidor {} no respondió. Lo hecho antes se conserva; repita la misma orden cuando el servidor funcione.',
  },
  certificate: {
    en: 'The certificate of {} is not one that this computer trusts, so nothing was sent. Check the address and the certificate of the web server in front of CouchDB.',
    es: 'Esta computadora no confía en el certificado de {}, por eso no se envió nada. Revise la dirección y el certificado del servidor web que está delante de CouchDB.',
  },
  'not-couchdb': {
    en: 'What answers at this address is not a CouchDB server, so nothing was done. For Convoca’s own hub use: npm run hub',
    es: 'Lo que responde en esta dirección no es un servidor CouchDB, por eso no se hizo nada. Para el centro de intercambio de Convoca use: npm run hub',
  },
  'too-old': {
    en: 'This server is CouchDB {}; Convoca needs 3.0 or later. Nothing was done. Update the server first.',
    es: 'Este servidor es CouchDB {}; Convoca necesita la versión 3.0 o posterior. No se hizo nada. Actualice primero el servidor.',
  },
  'wrong-password': {
    en: 'The server did not accept the administrator’s name or password, so nothing was done. Check both and run the command again.',
    es: 'El servidor no aceptó el nombre o la contraseña de administración, por eso no se hizo nada. Revíselos y repita la orden.',
  },
  'not-admin': {
    en: 'This account does not administer the server. Use the administrator’s account that was made when CouchDB was installed.',
    es: 'Esta cuenta no administra el servidor. Use la cuenta de administración que se creó al instalar CouchDB.',
  },
  'nodes-missing': {
    en: 'Not all nodes of the cluster can be reached, so nothing was done. Start them first. {}',
    es: 'No se puede llegar a todos los nodos del clúster, por eso no se hizo nada. Arránquelos primero. {}',
  },
  'other-network': {
    en: 'This server belongs to the network “{}”, so nothing was done. Give that name with --network, or use another server.',
    es: 'Este servidor pertenece a la red «{}», por eso no se hizo nada. Indique ese nombre con --network o use otro servidor.',
  },
  'newer-rules': {
    en: '{} was set up by a newer Convoca, so it was not changed. Update this copy of Convoca and run the command again.',
    es: 'Una versión más nueva de Convoca preparó {}, por eso no se cambió. Actualice esta copia de Convoca y repita la orden.',
  },
  'chapter-name': {
    en: 'The name “{}” needs at least one letter (a to z) or digit. Nothing was changed.',
    es: 'El nombre «{}» necesita al menos una letra (de la a a la z) o una cifra. No se cambió nada.',
  },
  'chapter-unknown': {
    en: 'This server does not know the chapter “{}”. Run the command without --check to make its place.',
    es: 'Este servidor no conoce el capítulo «{}». Ejecute la orden sin --check para crear su lugar.',
  },
  'chapter-has-records': {
    en: 'The chapter “{}” already has records here under another code, so nothing of it was changed. If its office started anew, give the new one a name of its own, such as “Durham 2026”.',
    es: 'El capítulo «{}» ya tiene aquí registros con otro código, por eso no se cambió nada de él. Si su oficina empezó de nuevo, dé a la nueva un nombre propio, por ejemplo «Durham 2026».',
  },
  'id-taken': {
    en: 'This code belongs to the chapter “{}”, so nothing was changed. Ask the office to read its code out again.',
    es: 'Este código pertenece al capítulo «{}», por eso no se cambió nada. Pida a la oficina que vuelva a leer su código.',
  },
  'account-taken': {
    en: 'There is already an account “{}” on this server that Convoca did not make, so it was left as it is. Rename it, or choose another name for the chapter.',
    es: 'En este servidor ya hay una cuenta «{}» que no creó Convoca, por eso se dejó como está. Cámbiele el nombre o elija otro para el capítulo.',
  },
  'account-unknown': {
    en: 'There is no account “{}” on this server. The list is printed by the same command with --check.',
    es: 'En este servidor no hay ninguna cuenta «{}». La misma orden con --check muestra la lista.',
  },
  'server-trouble': {
    en: 'The server could not do it. What was done before stays; run the same command again. The server said: {}',
    es: 'El servidor no pudo hacerlo. Lo hecho antes se conserva; repita la misma orden. El servidor dijo: {}',
  },
};

export const USAGE = `npm run provision -- --url https://admin@HOST --network "NAME | NOMBRE" [--address https://RECORDS.EXAMPLE.ORG]
    [--chapter "NAME | NOMBRE" [--id CODE | CÓDIGO] [--devices 2] [--erase RECORD | REGISTRO]]
    [--coordinator NAME | NOMBRE] [--new-password ACCOUNT | CUENTA] [--remove-account ACCOUNT | CUENTA]
    [--check | --dry-run]`;

export const ASK_PASSWORD = 'Password | Contraseña: ';
export const VISIBLE_PASSWORD: Sentence = {
  en: `The password in --url stays in this shell’s history. Leave it out next time: it is asked for, or taken from ${PASSWORD_VARIABLE}.`,
  es: `La contraseña en --url queda en el historial de la terminal. La próxima vez no la escriba ahí: se pide, o se toma de ${PASSWORD_VARIABLE}.`,
};

/** How a step came out, by what was to be done. */
export const STANDING_WORDS: Readonly<Record<Mode, Readonly<Record<Standing, Sentence>>>> = {
  make: {
    right: { en: 'there', es: 'ya está' },
    missing: { en: 'made', es: 'creado' },
    different: { en: 'repaired', es: 'reparado' },
  },
  check: {
    right: { en: 'there', es: 'ya está' },
    missing: { en: 'MISSING', es: 'FALTA' },
    different: { en: 'DIFFERENT', es: 'DISTINTO' },
  },
  'dry-run': {
    right: { en: 'there', es: 'ya está' },
    missing: { en: 'would be made', es: 'se crearía' },
    different: { en: 'would be repaired', es: 'se repararía' },
  },
};

export const ALL_RIGHT: Sentence = { en: 'The server is as it must be.', es: 'El servidor está como debe estar.' };
export const DRIFTED: Sentence = {
  en: 'The server is not as it must be. The same command without --check repairs it; it deletes no records.',
  es: 'El servidor no está como debe estar. La misma orden sin --check lo repara; no borra registros.',
};
export const NOTHING_DONE: Sentence = { en: 'This was a dry run: nothing was changed.', es: 'Fue solo una prueba: no se cambió nada.' };
export const SLIPS: Sentence = {
  en: 'One slip for each computer. These passwords are shown only now and kept nowhere: write them down.',
  es: 'Una hoja para cada computadora. Estas contraseñas se muestran solo ahora y no se guardan en ningún lugar: anótelas.',
};
export const CHAPTER_CODE = 'Chapter code | Código del capítulo';
