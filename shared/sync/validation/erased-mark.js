/*
 * The mark of an erased record in the list that a server carries: 128 bits of the SHA-256 of its id, in hex, so that
 * the list says nothing of its own. Part of the text that CouchDB runs: plain ES5, nothing from outside. Ids are ASCII.
 */
export function erasedMark(id) {
  var text = 'convoca-erased:' + id;
  var words = paddedWords(text);
  var hash = [];
  var rounds = [];
  fillConstants(hash, rounds);
  for (var block = 0; block < words.length; block += 16) hash = nextHash(hash, rounds, words.slice(block, block + 16));
  var mark = '';
  for (var i = 0; i < 4; i += 1) mark += ('0000000' + (hash[i] >>> 0).toString(16)).slice(-8);
  return mark;
}

/* The text as 32-bit words, with the bit and the length at the end that SHA-256 asks for. */
function paddedWords(text) {
  var words = [];
  for (var i = 0; i < text.length; i += 1) words[i >> 2] = words[i >> 2] | (text.charCodeAt(i) << (24 - (i % 4) * 8));
  words[text.length >> 2] = words[text.length >> 2] | (0x80 << (24 - (text.length % 4) * 8));
  var last = (((text.length + 8) >> 6) << 4) + 15;
  for (var j = 0; j < last; j += 1) words[j] = words[j] | 0;
  words[last] = text.length * 8;
  return words;
}

/* SHA-256's constants: the first bits of the square and cube roots of the first primes. */
function fillConstants(hash, rounds) {
  for (var candidate = 2; rounds.length < 64; candidate += 1) {
    var prime = true;
    for (var divisor = 2; divisor * divisor <= candidate; divisor += 1) if (candidate % divisor === 0) prime = false;
    if (!prime) continue;
    if (hash.length < 8) hash.push(firstBits(Math.pow(candidate, 1 / 2)));
    rounds.push(firstBits(Math.pow(candidate, 1 / 3)));
  }
}

function firstBits(root) {
  return ((root - Math.floor(root)) * 4294967296) | 0;
}

function turned(word, bits) {
  return (word >>> bits) | (word << (32 - bits));
}

/* One block of SHA-256. */
function nextHash(hash, rounds, block) {
  var w = block.slice();
  var h = hash.slice();
  for (var i = 0; i < 64; i += 1) {
    if (i >= 16) {
      var s0 = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      var s1 = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    var chosen = (h[4] & h[5]) ^ (~h[4] & h[6]);
    var majority = (h[0] & h[1]) ^ (h[0] & h[2]) ^ (h[1] & h[2]);
    var first = h[7] + (turned(h[4], 6) ^ turned(h[4], 11) ^ turned(h[4], 25)) + chosen + rounds[i] + w[i];
    var second = (turned(h[0], 2) ^ turned(h[0], 13) ^ turned(h[0], 22)) + majority;
    h = [(first + second) | 0, h[0], h[1], h[2], (h[3] + first) | 0, h[4], h[5], h[6]];
  }
  for (var j = 0; j < 8; j += 1) h[j] = (h[j] + hash[j]) | 0;
  return h;
}
