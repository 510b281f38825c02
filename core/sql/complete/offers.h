#pragma once

#include "core/sql/complete/uses.h"
#include "core/sql/suggestion.h"

#include <QSet>

namespace squall::sql {

/// How well what somebody wrote fits a name: 0 not at all, and more the closer it comes.
int fit(QStringView written, QStringView name);

/// Collects what fits what was written so far, and puts the best first.
class Offers
{
public:
    /// `capitals`: keywords are written in capitals here.
    Offers(QString written, bool capitals, const Uses &uses);

    const QString &written() const { return m_written; }
    bool fits(QStringView name) const { return fit(m_written, name) > 0; }
    int rank(const QString &name) const { return m_uses.rank(name); }
    /// `name` is what is compared with what was written, `weight` how likely it is at this place.
    void add(const QString &name, int weight, Suggestion suggestion);
    void keyword(QStringView words, int weight, QStringView note = {});
    /// The first is the likeliest.
    void keywords(std::initializer_list<QStringView> words, int weight);
    QString cased(QStringView keyword) const;
    std::vector<Suggestion> take();

private:
    struct Offer
    {
        int score;
        size_t order; ///< in which it came
        Suggestion suggestion;
    };

    QString m_written;
    bool m_capitals;
    const Uses &m_uses;
    std::vector<Offer> m_offers;
};

} // namespace squall::sql
