/**
 * KEYS: entries, last. ARGV: seconds to live, most entries, then number and JSON of each entry, in rising order. Appends
 * what follows; known ones are passed over, and a room with a gap is forgotten. Without a room only its first entry
 * begins one.
 */
export const appendScript = `
local stored = redis.call('GET', KEYS[2])
if not stored and ARGV[3] ~= '1' then return 0 end
local last = tonumber(stored or '0')
for i = 3, #ARGV, 2 do
  local seq = tonumber(ARGV[i])
  if seq > last + 1 then
    redis.call('DEL', KEYS[1], KEYS[2])
    return -1
  end
  if seq == last + 1 then
    redis.call('RPUSH', KEYS[1], ARGV[i + 1])
    last = seq
  end
end
redis.call('LTRIM', KEYS[1], -tonumber(ARGV[2]), -1)
redis.call('EXPIRE', KEYS[1], ARGV[1])
redis.call('SET', KEYS[2], string.format('%.0f', last), 'EX', ARGV[1])
return 1
`;

/**
 * KEYS: entries, last. ARGV: seconds to live, the number that is expected to be there ('' for any lower one), the new
 * number, JSON of each entry. Puts a room in the place of what is there; 0: something else is there by now.
 */
export const replaceScript = `
local stored = redis.call('GET', KEYS[2])
if ARGV[2] == '' then
  if stored and tonumber(stored) >= tonumber(ARGV[3]) then return 0 end
elseif stored ~= ARGV[2] then
  return 0
end
redis.call('DEL', KEYS[1])
for i = 4, #ARGV do redis.call('RPUSH', KEYS[1], ARGV[i]) end
redis.call('EXPIRE', KEYS[1], ARGV[1])
redis.call('SET', KEYS[2], ARGV[3], 'EX', ARGV[1])
return 1
`;
