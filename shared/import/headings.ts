import { searchTokens } from '../names/normalize.ts';

/** What a column of a list may hold; each has a name in namespace `import` under `field.<code>`. */
export const IMPORT_FIELDS = [
  'fullName',
  'given',
  'family1',
  'family2',
  'called',
  'institution',
  'phone',
  'email',
  'language',
  'area',
  'role',
  'notes',
  'ignore',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/**
 * Headings in both languages, folded, without their small words; the first that fits a heading's beginning or whole
 * counts. What nobody asked for (addresses, birth dates, documents) is not here and so is left out (domain §5.2).
 */
const HEADINGS: readonly (readonly [ImportField, RegExp])[] = [
  ['email', /(correo|e ?mail|^mail$)/],
  ['ignore', /^(fecha|date|birth|nacimiento|edad|age|direccion|address|domicilio|ssn|seguro|zip|codigo|cp|id|no|num|numero|n|firma|signature)$/],
  ['ignore', /(nacimiento|birth|seguro social|social security|direccion|address|domicilio|codigo postal|zip code|estatus|status)/],
  ['phone', /(telefono|phone|^tel\b|celular|^cel\b|^cell\b|movil|mobile|whats ?app|contact number|numero contacto)/],
  ['language', /(idioma|lengua|language|^lang$)/],
  ['called', /(apodo|sobrenombre|le dicen|called|nick ?name|goes by|known as|preferred name|nombre preferido|conocid[oa])/],
  ['family2', /((segundo|2do|2o) apellido|materno|second (last name|surname)|(apellido|surname|last name|family) ?2)/],
  ['institution', /(iglesia|organiza|organisa|institu|parroquia|congrega|church|parish|^escuela|^school|sindicato|^union|^grupo|^group|^centro|afilia|affilia|^org$|^comunidad)/],
  ['fullName', /(nombre.*apellido|apellido.*nombre|nombre completo|full name|complete name|last.*first|first.*last)/],
  ['family1', /(apellido|paterno|surname|last names?|lastname|family ?(name|1)|^family$)/],
  ['given', /(primer nombre|nombres? pila|^nombres$|first ?name|given|^first$|segundo nombre|middle name)/],
  ['role', /(cargo|puesto|funcion|^rol$|role|position|ministerio|ministry|^title$|^titulo$)/],
  ['area', /(colonia|barrio|ciudad|pueblo|vecindario|^zona$|^area$|city|town|neighbou?rhood|municipio|localidad|county|condado)/],
  ['notes', /(notas?|notes?|comentario|comment|observacion|remark)/],
  ['fullName', /(^nombre|^name|^persona|^person|^miembros?$|^members?$|^contacto$|^contact$|participante|participant|asistente|attendee|member name|^voluntari|^volunteer)/],
];

const SMALL = new Set(['de', 'del', 'la', 'el', 'los', 'las', 'y', 'o', 'u', 'of', 'the', 'and', 'or', 'a', 'su', 'your', 'you', 'en', 'are']);

/** The field that a heading names, in English or Spanish; null when it is none that we know. */
export function headingField(heading: string): ImportField | null {
  const words = searchTokens(heading.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' ')).filter((word) => !SMALL.has(word));
  const text = words.join(' ');
  if (text === '' || words.length > 6) return null;
  return HEADINGS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
