from itertools import (chain, zip_longest, product, permutations, combinations, combinations_with_replacement,
                       pairwise, starmap)

print(list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "cd"])), list(chain()))
print(list(zip_longest("abc", "x", fillvalue="-")), list(zip_longest("a", "bc")), list(zip_longest()))
print(list(product("ab", [1, 2])), list(product("ab", repeat=2)), list(product()), list(product("a", [])))
print(list(permutations("abc", 2)), len(list(permutations(range(4)))), list(permutations("ab", 3)))
print(list(combinations("abcd", 2)), list(combinations("ab", 3)), list(combinations("a", 0)))
print(list(combinations_with_replacement("abc", 2)))
print(list(pairwise("abcd")), list(pairwise("a")), list(starmap(pow, [(2, 3), (3, 2)])))
try:
    combinations("a", -1)
except ValueError as error:
    print(error)
