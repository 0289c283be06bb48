import { fold } from './normalize.ts';

/**
 * Names and what people call them (domain §6.4 step 2). Each line: the name or names, then their short forms.
 * A short form may stand for several names ("Beto": Alberto, Roberto, Gilberto), so groups are not joined through it.
 */
const TABLE = `
jose,joseph|pepe chepe pepito cheo josecito joe joey
jesus|chuy chuyito chucho jesusito
jesusa|chuyita chucha
francisco|paco pancho kiko quico panchito paquito cisco fran frank curro
francisca|paca pancha panchita paquita fran
guadalupe|lupe lupita lupillo pita gpe lupis
maria|mari mary maru marita mariquita maruja
rosario|chayo chayito charo
concepcion|concha conchita chona conchis
dolores|lola lolita loli
mercedes|meche merche mechita meches
consuelo|chelo chelito
graciela|chela chelita grace
araceli|chela cheli ara
isabel,elizabeth,isabela|chabela chabelita isa chavela bella liz lizzy beth betty
refugio|cuca cuco cuquita cuquito refugito
socorro|coco socorrito coquis
leticia|lety leti letty
beatriz|betty bety bea beti tichi
teresa,theresa|tere teresita terry techi tessa
josefina,josephine|pepa fina chepa chepina josie pepita finita
ignacio|nacho nachito
ignacia|nacha
eduardo,edward|lalo lalito eddie edy eddy edu ed ted
eduarda|lala
enrique,henry|quique kike henry hank harry
enriqueta|queta
alberto,albert|beto betito al bert
roberto,robert|beto robe bob bobby rob robbie robby bert tito
gilberto,gilbert|beto gil gilbert
heriberto|beto heri
norberto|beto nor
humberto|beto humbe
rigoberto|beto rigo
adalberto|beto ada
dagoberto|beto dago
antonio,anthony|tono tonito tony antony
antonia|tona tonita toni
manuel,emmanuel|meno manolo manny manolito manu nelo
manuela|manola manolita nela
guillermo,william|memo guille memito bill billy will willy willie liam
guillermina|mina guille
rafael,raphael|rafa rafita rafi ralph
gregorio,gregory|goyo goyito greg gregg
salvador|chava chavita salva
vicente,vincent|chente chentito vince vin
santiago,james|chago santi yago jim jimmy jamie
diego|yago
luis,louis|lucho luisito lou louie güicho
luisa,louise|lucha luisita lou
alejandro,alexander|alex ale jandro aleco sandro xander
alejandra,alexandra|alex ale jandra sandra lexi
alejandrina|alex ale
alfonso,alphonse|poncho foncho fonso al
alfredo,alfred|fredo fredy freddy al fred
federico,frederick|fede lico kiko fred freddy fritz
fernando,ferdinand|fer nando fernan fercho
fernanda|fer nanda
gerardo,gerard|lalo gera jerry gerry
geraldo,gerald|lalo jerry gerry
arturo,arthur|turo art arti
ricardo,richard|rica richi ricky rick rich dick cardo
hector|tito ector
horacio|lacho
jorge,george|coque yoyo georgie jorgito
juan,john|juancho juanito johnny jack juancito
juana,jane|juanita janita juanis
joaquin|quino chimo joaco quin
jeronimo,geronimo|chombo jero
julio,julius|julito
juliana|july
lorenzo,lawrence|lencho larry lolo
leonardo,leonard|leo nardo len lenny
leopoldo|polo leo
leobardo|leo bayo
marcos,mark,marco|marcos mark marquitos
miguel,michael|migue miguelito mike mikey mick micky
miguelina|lina
nicolas,nicholas|nico colas nick nicky
octavio|tavo
gustavo|tavo gus
pablo,paul|pablito
pedro,peter|perico pedrito pete perucho
ramon,raymond|moncho monchito mon ray
ramona|mona monchita
rodolfo,rudolph|rudy fito rodo
adolfo,adolph|fito adolfito dolfo
rodrigo|rodri rigo
ruben|rube benny
samuel|sam sammy samy
sebastian|sebas chebo bastian
sergio|checo checho sergito
simon|monchi
teodoro,theodore|teo doro ted
timoteo,timothy|teo tim timmy
tomas,thomas|tommy tom tomasito
victor|vico vic
victoria|vicky viky tori toya
virginia|vicky ginny gina
xavier,javier|javi xavi javo
wenceslao|wences
abraham|abe abram
agustin,augustine|tin agus tino
andres,andrew|andy drew andresito
angel|angelito gelo lito
angela|angelita geli angie
angelica|geli angie quica
anastasio|tacho
anastasia|tacha
apolinar|poli
aurelio|yeyo lelo
aurelia|yeya
aurora|yoya
bartolome,bartholomew|bartolo bart
benito|beni nito
benjamin|benja ben benny mincho min
bernardo,bernard|berna nardo bernie
bernardino|nino berna
carlos,charles|carlitos charly charlie calin carlo chuck chas
carlota,charlotte|lota charly
carmen|carmela carmelita carmina menchi mamen carmencita
carmela|melita mela
carolina,caroline|caro carol lina
catalina,catherine,katherine,catarina|cata cathy kathy kate katie kitty lina cati
cayetano|tano
cecilia|ceci chila chela
celestino|tino
cesar|cesarin
clemente|cleme
cristina,christina|cris tina chris kris tinita
cristobal,christopher|cris toba chris
cristian,christian|cris chris
damaris|dama
daniel|dani danny dan
daniela|dani
david|davi dave davey
delfina|fina
domingo|mingo chomingo
dominga|minga
edgar|ed gar
elena,helen,helena|nena leni ele helenita nelly ellen
eleonor,leonor|nora
elias|eli
eliseo|cheo
elvira|vira
emilia,emily|emi mila
emilio|milo emi
encarnacion|chon encarna
ernesto,ernest|neto ernie erne tito
esperanza|pelancha lancha espe
esteban,stephen,steven|teban esteve steve
estela,stella|tela
eugenio,eugene|geño geno gene
eugenia|gena quena
eulalia|lala lali
evangelina|eva vange lina
ezequiel|cheque zeque
felipe,philip|pipe feli phil lipe
felicitas|feli licha
feliciano|chano
felix|feli
fidel|fide
florencio|lencho flor
florencia|lencha flor
gabriel|gabi gabo gabe
gabriela|gabi gaby
genoveva|veva beba
genaro|nano
gertrudis|tula tules
gloria|yoya gogo
gonzalo|chalo gonza
gumersindo|gume sindo
hilario|layo
hortensia|tencha
ildefonso|poncho
ines,agnes|nesha inesita
irene|nena
isidro|chilo isi
israel|isra
jacinto|chinto
jaime|jimmy jimi
jacobo,jacob|jake coby
jazmin,yazmin|jaz yaz
jonathan|jony johnny jon
josue,joshua|josh
judith|judy
julia|yuya juli
leandro|lea
lilia,liliana|lili lily
lourdes|lulu
lucia,lucy|luci chia luchi lucha
lucrecia|quecha
luz|lucha lucita
magdalena|magda malena lena nena
marcela|chela marce
marcelo|chelo marce
marcelino|chelino lino
margarita,margaret|magos mago marga mague maggie rita peggy meg
mariano|nano
mariana|nana mari
marisol|mari sol
martha,marta|martita marty
martin|tin marty
matias,matthew|mati matt
mauricio,maurice|mau moris
maximiliano|max maxi
maximino|max mino
micaela|mica mique
minerva|mine
miriam|miri mimi
monica|moni
natalia,natalie|nata naty
natividad|nati tivi
nestor|neto
noemi,naomi|mimi noe
ofelia|ofe
oscar|oki
pascual|pascualito
patricia|paty pati pat patty tricia trish
patricio,patrick|pato pat paddy
paula|pau paulita
paulina|pau lina
pilar|pili
petra|petrita
plutarco|tarco
porfirio|pilo firo
rebeca,rebecca|beca becky
remedios|reme
reynaldo|rey naldo
ricarda|cayita
rogelio|roger roy yeyo
rosa,rose|rosita rosi chayo
rosalia|chala rosi
rosalinda|rosi linda
rosalba|rosi alba
rosaura|rosi
rosendo|chendo
rufina|fina rufi
sabina|sabi
sandra|sandy
santos|santitos
sara,sarah|sarita sally
serafin|fin sera
silvestre|chive
silvia,sylvia|chiva silvi
silverio|chive
sofia,sophia|sofi chofi chofis sophie
soledad|chole cholita sole
susana,susan|susi susy sue suzy
tiburcio|bucho
tranquilino|quilino
ubaldo|baldo
valentin|vale tino
valentina|vale tina
valeria|vale
veronica|vero ronnie
vidal|vida
yesenia,jessenia|yesi jessi yeni
yolanda|yoli yola yolis landa
zenaida|naida zena
zoila|zoi
ana,anna,ann,anne|anita annie nana nancy
araminta|minta
amalia|mali
amelia|meli millie
adela|dela adelita
adelina|lina
agustina|tina
albertina|tina
alicia,alice|licha lichita ali
alma|almita
altagracia|alta tatica
anabel|ana bel
benita|beni nita
blanca|blanqui
brigida,bridget|bibi
candelaria|cande candy
candido|cando
celia|chela celi
clara|clarita
claudia|clau
columba|coty
cruz|crucita
cuauhtemoc|cuau temo
elodia|lola
elpidio|pillo
emigdio|milo
epifanio|pifas fanio
erasmo|eras
eric,erik|ricky
estefania,stephanie|fanny estefi steph
estanislao|tanis lalo
eusebio|chebo
eustaquio|taquio
eva,eve|evita
facundo|cundo
fabiola|fabi
fabian|fabi
gilda|gil
griselda|gris chela
hipolito|polo
hugo|huguito
ismael|isma mayo
jennifer|jenny jen
jessica|jessy jess
kevin|kev
kimberly|kim
lazaro|lacho
leonel,lionel|leo nel
leona|leo
lidia,lydia|lili
macario|maca
maricela,marisela|mari chela
maribel|mari bel
maricruz|mari
maricarmen|mari mamen
melquiades|melqui
melissa|meli
modesto|mode
nancy|nan
norma|normita
olivia|oli livia
onofre|nofre
pascuala|pascua
perla|perlita
primitivo|primi tivo
prudencio|prude
raquel,rachel|quela raque
raul|raulito
raymundo,raimundo|mundo ray
reina,reyna|reinita
roman|romancito
romualdo|mualdo
sixto|chito
telesforo|foro
tirso|ticho
trinidad|trini
ulises|uli
urbano|bano
venancio|nancho
wilfredo,wilfrido|willy fredo
wilmer|wil willy
zacarias|zaca
brayan,bryan,brian|bry
michelle|micha shelly
samantha|sam sammy
deborah,debora|debbie deb
donald|don donnie
douglas|doug
barbara|barb babs
benjamina|mina
dorothy|dot dottie
edith|edie
kenneth|ken kenny
lillian|lil lily
nathaniel,nathan|nate nat
pamela|pam
randall,randolph|randy
ronald|ron ronnie
russell|russ
stanley|stan
walter|walt wally
leroy|roy
jeffrey,geoffrey|jeff
gwendolyn|gwen
jacqueline|jackie
janet|jan
judy,judith|jude
kathleen|kathy kate katie
lawanda|wanda
latoya|toya
tyrone|ty
tamara|tammy
cynthia|cindy
`;

const namesOfShort = new Map<string, Set<string>>();
const shortsOfName = new Map<string, Set<string>>();

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

for (const line of TABLE.trim().split('\n')) {
  const [names = '', shorts = ''] = line.split('|');
  const full = names.split(',');
  for (const name of full) {
    // "William" and "Guillermo" are one name in two languages: each may be written for the other.
    for (const other of full) if (other !== name) put(shortsOfName, name, other);
    for (const short of shorts.split(' ').map(fold)) {
      if (short === name) continue;
      put(shortsOfName, name, short);
      put(namesOfShort, short, name);
    }
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Every name that a normalized word is also known by: what it is short for and its own short forms. Not the word itself. */
export function alsoCalled(token: string): ReadonlySet<string> {
  const shorts = shortsOfName.get(token);
  const names = namesOfShort.get(token);
  if (!names) return shorts ?? NONE;
  if (!shorts) return names;
  return new Set([...shorts, ...names]);
}

/**
 * True when two normalized given names can be one person's: equal, one short for the other, the same name in the other
 * language, or two short forms of one name ("Pepe" and "Chepe").
 */
export function sameCalled(one: string, other: string): boolean {
  if (one === other) return true;
  if (alsoCalled(one).has(other) || alsoCalled(other).has(one)) return true;
  const names = namesOfShort.get(one);
  const others = namesOfShort.get(other);
  if (!names || !others) return false;
  for (const name of names) if (others.has(name)) return true;
  return false;
}

/** The name or names a short form stands for ("beto" → alberto, roberto …), the word itself among them. */
export function fullNames(token: string): readonly string[] {
  const names = namesOfShort.get(token);
  return names ? [token, ...names] : [token];
}

/** True when the normalized word is a given name, or a short form of one, that the table knows. */
export function isKnownGiven(token: string): boolean {
  return shortsOfName.has(token) || namesOfShort.has(token);
}
