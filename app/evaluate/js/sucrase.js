// What strips types, where the plain reading of a module does not suffice.
module.exports = {
    transform: require('sucrase').transform,
    parse: require('sucrase/dist/parser/index.js').parse,
    keywords: require('sucrase/dist/parser/tokenizer/keywords.js').ContextualKeyword,
    types: require('sucrase/dist/parser/tokenizer/types.js').TokenType,
};
