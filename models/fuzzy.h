#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace squall::models {

/// How well a name answers what was typed; the lower the better. Within a quality, shorter and earlier win.
enum class MatchQuality { Exact, Prefix, WordStarts, Inside, Scattered };

struct FuzzyMatch
{
    MatchQuality quality = MatchQuality::Exact;
    int cost = 0;
    /// Where in the name the typed characters were found, ascending.
    std::vector<int> positions = {};
};

/// What somebody typed to find a name: `tp` finds `training_plans`, `^user` only what starts so, `log$` what
/// ends so.
class FuzzyPattern
{
public:
    explicit FuzzyPattern(QStringView typed);

    bool isEmpty() const { return m_text.isEmpty(); }
    /// `folded` is the name through `fold`.
    std::optional<FuzzyMatch> match(QStringView folded) const;

    /// Lower case, character for character, so that positions mean the same in the name itself.
    static QString fold(QStringView name);

private:
    std::optional<FuzzyMatch> contiguous(QStringView name) const;
    std::optional<FuzzyMatch> wordStarts(QStringView name) const;
    std::optional<FuzzyMatch> scattered(QStringView name) const;

    QString m_text;
    bool m_atStart = false;
    bool m_atEnd = false;
};

} // namespace squall::models
