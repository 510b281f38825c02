#include "core/sql/complete/offers.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostOffers = 100;

constexpr int exactly = 220;
constexpr int fromTheBeginning = 170;
constexpr int fromAWord = 100;
constexpr int byInitials = 75;
constexpr int somewhere = 40;
constexpr int closest = 8;
constexpr qsizetype longestInitials = 8;

bool beginsWord(QStringView name, qsizetype at)
{
    if (at == 0)
        return true;
    const auto before = name[at - 1];
    return !before.isLetterOrNumber() || (before.isLower() && name[at].isUpper());
}

/// Whether the letters begin words of the name one after the other, or go on in the word they are in: `oi`
/// and `orit` in `order_items`.
bool fitsWords(QStringView written, QStringView name)
{
    if (written.isEmpty())
        return true;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (!beginsWord(name, i) || name[i].toLower() != written.front().toLower())
            continue;
        qsizetype same = 0;
        while (same < written.size() && i + same < name.size() &&
               written[same].toLower() == name[i + same].toLower())
            ++same;
        for (auto taken = same; taken > 0; --taken) {
            if (fitsWords(written.mid(taken), name.mid(i + taken)))
                return true;
        }
    }
    return false;
}

} // namespace

int fit(QStringView written, QStringView name)
{
    if (written.isEmpty())
        return fromTheBeginning;
    if (written.size() > name.size())
        return 0;
    if (name.startsWith(written, Qt::CaseInsensitive))
        return name.size() == written.size() ? exactly : fromTheBeginning;
    bool inside = false;
    for (auto at = name.indexOf(written, 1, Qt::CaseInsensitive); at > 0;
         at = name.indexOf(written, at + 1, Qt::CaseInsensitive)) {
        if (beginsWord(name, at))
            return fromAWord;
        inside = true;
    }
    if (written.size() < 2)
        return 0;
    const bool initials = written.size() <= longestInitials && !written.contains(u'_');
    if (initials && name.front().toLower() == written.front().toLower() && fitsWords(written, name))
        return byInitials;
    return inside && written.size() > 2 ? somewhere : 0;
}

Offers::Offers(QString written, bool capitals, const Uses &uses)
    : m_written(std::move(written))
    , m_capitals(capitals)
    , m_uses(uses)
{
}

void Offers::add(const QString &name, int weight, Suggestion suggestion)
{
    const auto fits = fit(m_written, name);
    if (fits == 0)
        return;
    const bool keyword = suggestion.type == Suggestion::Type::Keyword;
    // Of two names the one that needs less to be complete.
    const auto missing = static_cast<int>(name.size() - m_written.size());
    const int close = keyword || m_written.isEmpty() ? 0 : std::max(0, closest - missing / 2);
    const int used = keyword ? 0 : m_uses.rank(name);
    m_offers.push_back({fits + weight + close + used, m_offers.size(), std::move(suggestion)});
}

QString Offers::cased(QStringView keyword) const
{
    return m_capitals ? keyword.toString().toUpper() : keyword.toString();
}

void Offers::keyword(QStringView words, int weight, QStringView note)
{
    // The middle of a keyword is nothing that somebody begins with.
    if (fit(m_written, words) == somewhere)
        return;
    const auto text = cased(words);
    const bool brackets = words.endsWith(u"()") || words.endsWith(u"[]") || words.endsWith(u" )");
    const int back = brackets ? 1 : 0;
    add(words.toString(), weight, {Suggestion::Type::Keyword, text, note.toString(), back});
}

void Offers::keywords(std::initializer_list<QStringView> words, int weight)
{
    for (const auto word : words)
        keyword(word, weight--);
}

std::vector<Suggestion> Offers::take()
{
    // Twice as many as are wanted, since some of them say the same.
    const auto sorted = std::min(m_offers.size(), 2 * mostOffers);
    std::partial_sort(m_offers.begin(), m_offers.begin() + static_cast<std::ptrdiff_t>(sorted),
                      m_offers.end(), [](const Offer &a, const Offer &b) {
                          return a.score != b.score ? a.score > b.score : a.order < b.order;
                      });
    std::vector<Suggestion> best;
    QSet<QString> seen;
    for (size_t i = 0; i < sorted && best.size() < mostOffers; ++i) {
        auto &suggestion = m_offers[i].suggestion;
        if (seen.contains(suggestion.text))
            continue;
        seen.insert(suggestion.text);
        best.push_back(std::move(suggestion));
    }
    return best;
}

} // namespace squall::sql
